/**
 * What Ruby's core library does with plain values, where Puppet's results show it: formats, numbers
 * in strings, random numbers, {@code to_s} and {@code inspect}. Knows of the language no more than
 * its error.
 */
@NullMarked
package io.bunraku.compiler.ruby;

import org.jspecify.annotations.NullMarked;
