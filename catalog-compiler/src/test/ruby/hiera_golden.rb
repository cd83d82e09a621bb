#!/usr/bin/env ruby
# Makes src/test/resources/hiera/*/expected.json with Puppet 7, or with Puppet 8 those whose lookups.json says "language": 8:
#   ruby src/test/ruby/hiera_golden.rb src/test/resources/hiera [CASE...]
# Cases with "language": 8 are made with the lib of a Puppet 8: ruby -I puppet/lib ...
require 'json'; require 'fileutils'; require 'tmpdir'
require 'puppet'; require 'puppet/util/run_mode'
ROOT = File.expand_path(ARGV.shift)
WORK = Dir.mktmpdir('hiera')
at_exit { FileUtils.rm_rf(WORK) }
Puppet.settings.initialize_global_settings(["--confdir=#{WORK}/conf", "--vardir=#{WORK}/var", "--codedir=#{WORK}/code",
  "--environmentpath=#{WORK}/code/environments", "--publicdir=#{WORK}/public", '--certname=server.test', '--environment_timeout=0'], true)
Puppet.settings.initialize_app_defaults(Puppet::Settings.app_defaults_for_run_mode(Puppet::Util::RunMode[:server]))
Puppet.push_context(Puppet.base_context(Puppet.settings), 'golden')
Puppet::Node.indirection.terminus_class = :plain
LOGS = []
Puppet::Util::Log.newdesttype(:goldenlist) { match 'goldenlist'; def initialize(*); end; def handle(m); LOGS << "#{m.level}: #{m.message}"; end }
Puppet::Util::Log.level = :notice
Puppet::Util::Log.newdestination('goldenlist')

def show(v)
  case v
  when nil then { 'undef' => true }
  when Puppet::Pops::Types::PSensitiveType::Sensitive then { 'sensitive' => show(v.unwrap) }
  when Hash then { 'hash' => v.map { |k, x| [show(k), show(x)] } }
  when Array then v.map { |x| show(x) }
  when Integer, Float, String, true, false then v
  else { 'other' => v.class.name, 'text' => v.to_s }
  end
end

def options(request)
  inv = Puppet::Pops::Lookup::Invocation.new(SCOPE[0], request['override'] || {}, request['defaults'] || {})
  if request['hiera3']
    inv.set_hiera_xxx_call
    inv.set_global_only unless inv.lookup_adapter.has_environment_data_provider?(inv)
    inv.set_hiera_v3_location_overrides(request['locations']) if request['locations']
  end
  inv
end
SCOPE = [nil]

def answer(spec, request, dir)
  LOGS.clear
  $unique_warnings&.clear
  facts = Puppet::Node::Facts.new('node1.test', spec['facts'])
  trusted = { 'authenticated' => 'remote', 'certname' => 'node1.test', 'extensions' => {} }
  env = Puppet.lookup(:environments).get!(:production)
  Puppet.override(current_environment: env, trusted_information: Puppet::Context::TrustedInformation.new('remote', 'node1.test', {})) do
    node = Puppet::Node.new('node1.test', environment: env, facts: facts)
    node.merge(facts.values)
    node.trusted_data = trusted
    compiler = Puppet::Parser::Compiler.new(node)
    compiler.send(:set_node_parameters)
    Puppet.override(compiler.context_overrides) do
      SCOPE[0] = compiler.topscope
      begin
        type = nil
        value = Puppet::Pops::Lookup.lookup(request['name'], type, request['default'], request.key?('default'), request['merge'], options(request))
        { 'value' => show(value) }
      rescue StandardError => e
        # without the excerpt of Ruby's source that Ruby 3.1 adds
        { 'error' => e.message.sub(/\n\n    .*\z/m, ''), 'preformatted' => e.is_a?(Puppet::PreformattedError) }
      end
    end
  end
end

(ARGV.empty? ? Dir.children(ROOT).sort : ARGV).each do |name|
  dir = "#{ROOT}/#{name}"
  next unless File.exist?("#{dir}/lookups.json")
  spec = JSON.parse(File.read("#{dir}/lookups.json"))
  next unless (spec['language'] || 7) == Puppet.version.to_i
  code = "#{WORK}/code"
  FileUtils.rm_rf(code)
  FileUtils.cp_r(dir, code)
  Dir.glob("#{code}/**/*.{yaml,eyaml}").each { |f| t = File.read(f); File.write(f, t.gsub('@DIR@', code)) if t.include?('@DIR@') }
  Puppet[:strict] = (spec['strict'] || 'warning').to_sym
  Puppet[:hiera_config] = "#{code}/hiera.yaml"
  out = spec['lookups'].map do |request|
    a = answer(spec, request, dir)
    a['logs'] = LOGS.dup unless LOGS.empty?
    JSON.parse(JSON.generate(a).gsub(code, '@DIR@'))
  end
  File.write("#{dir}/expected.json", out.map { |o| JSON.generate(o) }.join("\n") + "\n")
end
