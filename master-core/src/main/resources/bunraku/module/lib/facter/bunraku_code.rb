# SPDX-FileCopyrightText: The Bunraku authors
# SPDX-License-Identifier: Apache-2.0
#
# Which code this node has had: for each environment the code_id of the last catalog. A master
# whose store is away answers only a node that says so, and never with older code. The catalog is
# in the agent's cache before it is applied, so what was applied is always in the map. Without a
# trustworthy map there is no fact, and then such a master refuses.
Facter.add(:bunraku_code) do
  setcode do
    begin
      require 'json'
      require 'puppet'
      file = File.join(Puppet[:statedir], 'bunraku_code.json')
      state = File.exist?(file) ? JSON.parse(File.read(file, encoding: 'UTF-8')) : {}
      code = state['code'] || {}
      cached = File.join(Puppet[:client_datadir], 'catalog', "#{Puppet[:node_name_value]}.json")
      if File.exist?(cached)
        stat = File.stat(cached)
        version = "#{stat.mtime.to_i}.#{stat.mtime.nsec}-#{stat.size}-#{stat.ino}"
        if state['catalog'] != version
          catalog = JSON.parse(File.binread(cached).force_encoding(Encoding::UTF_8))
          environment = catalog['environment']
          code_id = catalog['code_id']
          code = code.merge(environment => code_id) if environment && code_id
          text = JSON.generate('catalog' => version, 'code' => code)
          Puppet::FileSystem.replace_file(file, 0o640) { |out| out.write(text) }
        end
      end
      code
    rescue StandardError => e
      Facter.debug("bunraku_code: #{e.class}: #{e.message}")
      nil
    end
  end
end
