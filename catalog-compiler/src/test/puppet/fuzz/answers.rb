#!/usr/bin/env ruby
# frozen_string_literal: true
# answers.rb < EXPRESSIONS > ANSWERS : what the installed Puppet makes of expressions, both JSON, one a line: expressions
# are strings, answers objects with the value (v) and its type (t), or the error's text (x), and what was logged (l).
# The settings strict and strict_variables are those of the environment variables of these names, in capitals.
require 'puppet'
require 'json'
require 'timeout'
require 'tmpdir'
$stdout.sync = true

FACTS = { 'networking' => { 'fqdn' => 'Node.Example.COM', 'hostname' => 'node' }, 'os' => { 'family' => 'Debian' } }.freeze
SETTINGS = ["--strict=#{ENV['STRICT'] || 'warning'}", ENV['STRICT_VARIABLES'] == 'true' ? '--strict_variables' : '--no-strict_variables'].freeze
T = Puppet::Pops::Types
LOGS = []
Puppet::Util::Log.newdesttype(:answers) do
  match 'answers'
  def initialize(*) = nil
  def handle(msg) = LOGS << "#{msg.level}|#{msg.source}|#{msg.message}"
end

def text(string)
  utf8 = string.encoding == Encoding::UTF_8 ? string : string.dup.force_encoding(Encoding::UTF_8)
  utf8.valid_encoding? ? utf8 : { 'b' => string.unpack1('H*') }
end

def canonical(value)
  case value
  when nil, true, false then value
  when :undef then nil
  when :default then { 'd' => 'default' }
  when String then text(value)
  when Integer then value.to_s.length > 15 ? { 'i' => value.to_s } : value
  when Float then { 'f' => value.to_s }
  when Regexp then { 'r' => value.inspect }
  when Array then value.map { |v| canonical(v) }
  when Hash then { 'h' => value.map { |k, v| [canonical(k), canonical(v)] } }
  when T::PSensitiveType::Sensitive then { 's' => canonical(value.unwrap) }
  when T::PAnyType then { 't' => value.to_s }
  when T::Iterable then { 'it' => [].tap { |list| value.each { |v| list << canonical(v) } } }
  when Puppet::DataTypes::Error then { 'x' => 'Puppet::DataTypes::Error' }
  else { 'o' => value.to_s.sub(/:0x\h+/, '') } end
end

def message(error)
  error.message.sub(/:0x\h+/, '')
end

def prepared(scope)
  scope.set_facts(FACTS)
  { 'i' => 7, 'f' => 2.5, 's' => 'abc', 'b' => true, 'a' => [1, 2, 3], 'h' => { 'a' => 1, 'b' => 2 }, 'u' => nil }
    .each { |name, value| scope[name] = value }
  scope
end

def answer(parser, scope, expression)
  LOGS.clear
  $unique_warnings&.clear
  Puppet::Util::Log.instance_variable_get(:@queued)&.clear
  Timeout.timeout(5) do
    value = parser.evaluate_string(scope, expression, 'x.pp')
    { 'v' => canonical(value), 't' => T::TypeCalculator.singleton.infer_set(value).to_s }
  end
rescue Timeout::Error, NoMemoryError
  { 'x' => 'TOO MUCH' } # where Ruby has no limit of its own, answers are not comparable
rescue StandardError, SystemStackError, ScriptError => e
  e.is_a?(Puppet::Error) || ENV['QUIET'] || warn("#{expression.inspect}: #{e.class}")
  { 'x' => message(e), 'c' => e.class.name }
end

Dir.mktmpdir do |work|
  Puppet.initialize_settings(%w[conf code var].map { |d| "--#{d}dir=#{work}/#{d}" } + SETTINGS)
  Puppet::Util::Log.level = :notice
  Puppet::Util::Log.close_all
  Puppet::Util::Log.newdestination('answers')
  env = Puppet::Node::Environment.create(:test, [])
  Puppet.override(current_environment: env, environments: Puppet::Environments::Static.new(env), loaders: Puppet::Pops::Loaders.new(env)) do
    facts = Puppet::Node::Facts.new('node', FACTS)
    node = Puppet::Node.new('node', environment: env, facts: facts)
    compiler = Puppet::Parser::Compiler.new(node)
    compiler.send(:evaluate_main)
    main = compiler.topscope
    parser = Puppet::Pops::Parser::EvaluatingParser.new
    $stdin.each_line do |line|
      scope = Puppet::Parser::Scope.new(compiler)
      compiler.instance_variable_set(:@topscope, scope)
      scope.resource = main.resource
      scope.source = main.source
      prepared(scope)
      result = answer(parser, scope, JSON.parse(line, quirks_mode: true))
      result['l'] = LOGS.map { |l| text(l) } unless LOGS.empty?
      $stdout.puts(JSON.generate(result))
    end
  end
end
