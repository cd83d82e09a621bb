# Makes src/test/resources/yaml/psych.jsonl from a file of documents that lines of %% separate.
require 'yaml'; require 'json'
def show(v)
  case v
  when Symbol then {"symbol"=>v.to_s}
  when Float then v.nan? ? {"float"=>"NaN"} : v.infinite? ? {"float"=> v>0 ? "Infinity":"-Infinity"} : {"float"=>v.to_s}
  when Integer then {"int"=>v.to_s}
  when Hash then {"map"=>v.map{|k,x|[show(k),show(x)]}}
  when Array then v.map{|x|show(x)}
  else v
  end
end
docs = File.read(ARGV[0]).split("\n%%\n")
out = docs.map{|y|
  begin
    {"yaml"=>y,"value"=>show(YAML.safe_load(y, permitted_classes: [Symbol], aliases: true, filename: "/f.yaml"))}
  rescue Psych::DisallowedClass => e
    {"yaml"=>y,"error"=>"(/f.yaml): #{e.message}"}
  rescue StandardError, Psych::Exception => e
    {"yaml"=>y,"error"=>e.message}
  end
}
puts out.map(&:to_json)
