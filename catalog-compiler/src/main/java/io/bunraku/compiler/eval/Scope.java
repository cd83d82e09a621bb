// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.eval;

import io.bunraku.compiler.syntax.Source;
import io.bunraku.compiler.value.RegexpMatch;
import io.bunraku.compiler.value.Undef;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Variables and context of one class, define, node or the top, and what is stacked upon it while
 * lambdas, functions, templates and conditions run. Belongs to one compile on one thread.
 *
 * <p>Unset is not undef: a name that was never set falls through to the inherited class's scope or
 * else to the node and top scope; one that was set to undef does not.
 */
public final class Scope {

  /** What a scope belongs to. */
  public enum Kind {
    TOP,
    NODE,
    CLASS,
    DEFINE
  }

  /** A state of what is stacked upon the scope; reset to it to leave blocks. */
  public static final class Mark {
    private final @Nullable Frame frame;
    private final Source source;

    private Mark(@Nullable Frame frame, Source source) {
      this.frame = frame;
      this.source = source;
    }
  }

  private final Kind kind;
  private final String name;
  private final Globals globals;
  private final @Nullable Scope parent;
  private final @Nullable Scope enclosing;
  private final @Nullable String moduleName;
  private final Map<String, Object> symbols = new HashMap<>();
  private @Nullable ResourceHandle resource;
  private @Nullable Scope inherited;
  private @Nullable Object defaults;
  private @Nullable Frame frame;
  private Source source;

  private Scope(
      Kind kind,
      String name,
      Globals globals,
      @Nullable Scope parent,
      Source source,
      @Nullable String moduleName) {
    this.kind = kind;
    this.name = name;
    this.globals = globals;
    this.parent = parent;
    this.enclosing = parent == null || parent.isGlobal() ? parent : parent.enclosing;
    this.source = source;
    this.moduleName = moduleName;
  }

  /**
   * Creates the top scope.
   *
   * @param source what evaluation starts with
   */
  public static Scope top(Compilation compilation, Source source) {
    Globals globals = new Globals(compilation);
    Scope top = new Scope(Kind.TOP, "", globals, null, source, null);
    globals.setTop(top);
    return top;
  }

  /**
   * Creates a scope below this one: the place of the declaration, or the scope of the inherited
   * class.
   *
   * @param kind node, class or define
   * @param name full name of the class or define; what is shown of a node
   * @param source the text of the body
   * @param moduleName the module that the definition is in, or null
   * @param resource the resource that is evaluated
   */
  public Scope newScope(
      Kind kind,
      String name,
      Source source,
      @Nullable String moduleName,
      @Nullable ResourceHandle resource) {
    Scope scope = new Scope(kind, name, globals, this, source, moduleName);
    scope.resource = resource;
    return scope;
  }

  /** The compile that this scope belongs to. */
  public Compilation compilation() {
    return globals.compilation();
  }

  /** What this scope belongs to. */
  public Kind kind() {
    return kind;
  }

  /** Full name of the class or define; empty for the top. */
  public String name() {
    return name;
  }

  /** The scope of the declaration or, in a class that inherits, of the inherited class. */
  public @Nullable Scope parent() {
    return parent;
  }

  /** The module that the running code belongs to, or null. */
  public @Nullable String moduleName() {
    return moduleName;
  }

  /** The resource that is evaluated, or null before the top has one. */
  public @Nullable ResourceHandle resource() {
    return resource;
  }

  /** Sets the resource: the top scope gets {@code Class[main]} after it was made. */
  public void setResource(ResourceHandle resource) {
    this.resource = resource;
  }

  /** The scope of the class that this scope's class inherits, or null. */
  public @Nullable Scope inheritedScope() {
    return inherited;
  }

  /** Sets the scope of the inherited class. */
  public void setInheritedScope(Scope inherited) {
    this.inherited = inherited;
  }

  /** What the catalog keeps with this scope: its resource defaults. Null until set. */
  public @Nullable Object defaults() {
    return defaults;
  }

  /** Keeps something of the catalog with this scope. */
  public void setDefaults(Object defaults) {
    this.defaults = defaults;
  }

  /** The text that is evaluated at the moment. */
  public Source source() {
    return source;
  }

  /** A position in the text that is evaluated at the moment. */
  public Site site(int offset) {
    return new Site(source, offset);
  }

  /** The top scope. */
  public Scope topScope() {
    return globals.top();
  }

  private boolean isGlobal() {
    return kind == Kind.TOP || kind == Kind.NODE;
  }

  /** The node or top scope that this scope is in, not itself; null for the top. */
  public @Nullable Scope enclosingScope() {
    return enclosing;
  }

  /** The scope that functions in Puppet language see: itself or the nearest node or top scope. */
  public Scope findGlobalScope() {
    Scope next = this;
    while (!next.isGlobal()) {
      Scope outer = next.inherited != null ? next.inherited : next.enclosingScope();
      if (outer == null) {
        return next;
      }
      next = outer;
    }
    return next;
  }

  /** Remembers the scope of an evaluated class. */
  public void setClassScope(String className, Scope scope) {
    globals.setClassScope(className, scope);
  }

  /** The scope of an evaluated class, or null. */
  public @Nullable Scope classScope(String className) {
    return globals.classScope(className);
  }

  /**
   * The value of a variable.
   *
   * @param variable without {@code $}, possibly qualified
   * @return the value, or null when no scope has set it
   */
  public @Nullable Object lookupVariable(String variable) {
    if (variable.indexOf("::") >= 0) {
      return globals.lookupQualifiedVariable(
          variable.startsWith("::") ? variable.substring(2) : variable);
    }
    if (VariableNames.isNumeric(variable)) {
      return lookupMatch(VariableNames.matchNumber(variable));
    }
    for (Scope scope = this; scope != null; scope = scope.nextScope()) {
      Object value = scope.getLocal(variable);
      if (value != null) {
        return value;
      }
    }
    return null;
  }

  private @Nullable Scope nextScope() {
    return inherited != null ? inherited : enclosingScope();
  }

  /** The value of {@code $0}, {@code $1} ...; undef when the last match has no such group. */
  public Object lookupMatch(int number) {
    Frame.Match match = match();
    Object group = match == null ? null : match.group(number);
    return group == null ? Undef.UNDEF : group;
  }

  private Frame.@Nullable Match match() {
    for (Scope scope = this; scope != null; scope = scope.nextScope()) {
      Frame.Match match = Frame.lastMatch(scope.frame);
      if (match != null) {
        return match;
      }
    }
    return null;
  }

  /** The value of a variable in this scope or what is stacked upon it, or null. */
  @Nullable Object getLocal(String variable) {
    Object value = Frame.lookup(frame, variable);
    return value != null ? value : symbols.get(variable);
  }

  /** The value of a variable that this scope itself has set, or null. */
  @Nullable Object symbol(String variable) {
    return symbols.get(variable);
  }

  /**
   * Whether this is the first time that the compile gives a warning.
   *
   * @param key tells warnings apart
   */
  public boolean isFirstWarning(String key) {
    return globals.isFirstWarning(key);
  }

  /** Sets a fully qualified variable for all scopes, as settings and templates do. */
  public void setQualifiedVariable(String qualified, Object value) {
    globals.setQualifiedVariable(qualified, value);
  }

  /** Whether a variable is set anywhere that this scope sees, be it to undef. */
  public boolean exists(String variable) {
    if (VariableNames.isNumeric(variable)) {
      return match() != null;
    }
    return VariableNames.isBuiltIn(variable) || lookupVariable(variable) != null;
  }

  /** Whether a variable is set in the innermost scope that assignments go to. */
  public boolean isBound(String variable) {
    Frame local = Frame.local(frame);
    return local != null ? local.isBound(variable) : symbols.containsKey(variable);
  }

  /**
   * Sets a variable of the innermost scope.
   *
   * @throws EvaluationException unpositioned, when the name is reserved, numeric or set already
   */
  public void setVariable(String variable, Object value) {
    if (VariableNames.isNumeric(variable)) {
      throw new EvaluationException(
          "Cannot assign to a numeric match result variable '$" + variable + "'");
    }
    if (VariableNames.isReserved(variable)) {
      throw new EvaluationException(
          "Attempt to assign to a reserved variable name: '" + variable + "'");
    }
    setPrivileged(variable, value);
  }

  /** Sets a variable, also one that is reserved: {@code facts}, {@code trusted}. */
  public void setPrivileged(String variable, Object value) {
    if (isBound(variable)) {
      throw new EvaluationException("Cannot reassign variable '$" + variable + "'");
    }
    Frame local = Frame.local(frame);
    if (local != null) {
      local.put(variable, value);
      return;
    }
    symbols.put(variable, value);
    if (variable.indexOf("::") >= 0) {
      setQualifiedVariable(kind == Kind.CLASS ? name + "::" + variable : variable, value);
    }
  }

  /**
   * All variables with their values, without {@code $0} ...
   *
   * @param recursive whether those of inherited, node and top scope are included
   * @param includeUndef whether variables that are set to undef are included
   */
  public Map<String, Object> toMap(boolean recursive, boolean includeUndef) {
    Map<String, Object> target = new LinkedHashMap<>();
    Scope enclosing = enclosingScope();
    if (recursive && enclosing != null) {
      target.putAll(enclosing.toMap(true, false));
      if (inherited != null) {
        target.putAll(inherited.toMap(true, false));
      }
    }
    target.putAll(symbols);
    Frame.addAll(frame, target);
    if (!includeUndef) {
      target.values().removeIf(value -> value == Undef.UNDEF);
    }
    return target;
  }

  /** What is stacked upon the scope now. */
  public Mark mark() {
    return new Mark(frame, source);
  }

  /** Removes what was stacked upon the scope since. */
  public void reset(Mark mark) {
    frame = mark.frame;
    source = mark.source;
  }

  /** Makes {@code $0}, {@code $1} ... those of a match, until the block is left. */
  public void pushMatch(RegexpMatch match) {
    frame = new Frame.Match(frame, match);
  }

  /** Stacks local variables, as for a lambda; to be left with {@link #reset}. */
  public void pushLocal(Map<String, Object> bindings) {
    frame =
        new LocalFrame(
            frame, bindings.keySet().toArray(new String[0]), bindings.values().toArray());
  }

  /** Evaluation goes on in another text, until {@link #reset}. */
  public void enter(Source text) {
    source = text;
  }

  /** Evaluation goes on in another text that sees no local variables, until {@link #reset}. */
  public void enterGlobal(Source text) {
    frame = null;
    source = text;
  }

  @Nullable Frame frame() {
    return frame;
  }

  void push(@Nullable Frame next) {
    frame = next;
  }

  /** The scope as logs show it: {@code Scope(Class[main])}. */
  @Override
  public String toString() {
    return "Scope(" + (resource == null ? "" : resource) + ")";
  }
}
