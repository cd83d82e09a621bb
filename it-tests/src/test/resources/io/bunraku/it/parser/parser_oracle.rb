# SPDX-FileCopyrightText: The Bunraku authors
# SPDX-License-Identifier: Apache-2.0
#
# Says what the installed Puppet thinks of texts. Reads one JSON object a line:
#   {"id": 1, "kind": "pp" or "epp", "name": "/path/shown.pp", "text": "..."}
# and answers each with {"id", "ok", "message", "line"}: the first error, if there is one.
require 'json'
require 'tmpdir'
require 'puppet'

# keeps what Puppet logs, for several errors are logged and only their number is raised
module Puppet
  module Test
    class LogCollector
      attr_reader :logs

      def initialize
        @logs = []
      end

      def <<(message)
        @logs << message
        self
      end
    end
  end
end

home = Dir.mktmpdir
at_exit { FileUtils.rm_rf(home) }
Puppet.initialize_settings(['--confdir', home, '--vardir', home, '--strict', 'warning'])
Puppet::Util::Log.close_all
collector = Puppet::Test::LogCollector.new
Puppet::Util::Log.newdestination(collector)
none = Puppet::Node::Environment::NO_MANIFEST
environment = Puppet::Node::Environment.create(:production, ARGV, none)
Puppet.push_context({ current_environment: environment, loaders: Puppet::Pops::Loaders.new(environment) })

PARSERS = {
  'pp' => Puppet::Pops::Parser::EvaluatingParser.new,
  'epp' => Puppet::Pops::Parser::EvaluatingParser::EvaluatingEppParser.new,
}.freeze

def answer(job, logs)
  PARSERS.fetch(job['kind']).parse_string(job['text'], job['name'])
  { 'ok' => true }
rescue Puppet::ParseError => e
  first = e.line ? nil : logs.find { |m| m.level == :err }
  message = e.respond_to?(:basic_message) ? e.basic_message : e.message.sub(/ \(file: .*\)\z/, '')
  { 'ok' => false, 'message' => first ? first.message : message, 'line' => (first || e).line }
rescue StandardError, SystemStackError => e
  { 'ok' => false, 'message' => e.message, 'line' => nil }
end

$stdin.set_encoding('UTF-8')
$stdin.each_line do |line|
  job = JSON.parse(line)
  collector.logs.clear
  result = answer(job, collector.logs)
  result['message'] = result['message'].to_s.scrub
  puts JSON.generate(result.merge('id' => job['id']))
end
