#!/usr/bin/env ruby
# frozen_string_literal: true
# golden.rb FILE.pp... : compiles each manifest with the installed Puppet and writes FILE.catalog.json, or FILE.err
# when it does not compile. The manifest's own path is written as @FILE@; what differs at each run is left out.
require 'puppet'
require 'puppet/indirector/memory'
require 'json'
require 'tmpdir'

class Puppet::Resource::NothingExported < Puppet::Indirector::Memory
  desc 'exported resources of no other node'
  def search(_request) = []
end

NODE = 'node1.example.com'
FACTS = { 'os' => { 'family' => 'Debian', 'name' => 'Debian' }, 'kernel' => 'Linux', 'clientcert' => NODE }.freeze
TRUSTED = { 'authenticated' => 'remote', 'certname' => NODE, 'extensions' => {} }.freeze

def compile(file)
  env = Puppet::Node::Environment.create(:production, [], file)
  Puppet.override(current_environment: env, environments: Puppet::Environments::Static.new(env)) do
    facts = Puppet::Node::Facts.new(NODE, Marshal.load(Marshal.dump(FACTS)))
    node = Puppet::Node.new(NODE, environment: env, facts: facts)
    node.merge(facts.values)
    node.trusted_data = TRUSTED
    node.add_server_facts('servername' => 'puppet.example.com', 'serverversion' => Puppet.version)
    catalog = Puppet::Parser::Compiler.compile(node)
    data = Puppet.override(rich_data: true) { JSON.parse(JSON.generate(catalog.to_data_hash)) }
    %w[version catalog_uuid code_id].each { |key| data.delete(key) }
    data
  end
end

Dir.mktmpdir do |work|
  dirs = %w[conf code log run var].map { |d| "--#{{ 'conf' => 'confdir', 'code' => 'codedir', 'var' => 'vardir', 'log' => 'logdir', 'run' => 'rundir' }[d]}=#{work}/#{d}" }
  Puppet.settings.initialize_global_settings(dirs, true)
  Puppet.settings.preferred_run_mode = :server
  Puppet.settings.initialize_app_defaults(Puppet::Settings.app_defaults_for_run_mode(Puppet::Util::RunMode[:server]))
  Puppet.push_context(Puppet.base_context(Puppet.settings), 'golden')
  Puppet[:storeconfigs] = true
  Puppet::Resource.indirection.terminus_class = :nothing_exported
  ARGV.each do |path|
    file = File.expand_path(path)
    base = file.delete_suffix('.pp')
    [".catalog.json", '.err'].each { |suffix| File.delete(base + suffix) if File.exist?(base + suffix) }
    begin
      File.write("#{base}.catalog.json", JSON.pretty_generate(compile(file)).gsub(file, '@FILE@') + "\n")
    rescue Puppet::Error => e
      File.write("#{base}.err", e.message.gsub(file, '@FILE@') + "\n")
    end
  end
end
