# Makes src/test/resources/merge/deep.jsonl: random values and what Puppet 7 and the gem deep_merge make of them.
require 'puppet'; require 'json'; require 'puppet/pops'
srand 3
def val(d)
  r=rand(10)
  return ['a','b','c','--a','--b','--','x',1,2,nil,true,false].sample if d<=0 || r<4
  return Array.new(rand(4)){val(d-1)} if r<7
  h={}; rand(4).times{ h[%w[k l m n].sample]=val(d-1)}; h
end
opts=[{}, {'knockout_prefix'=>'--'},{'merge_hash_arrays'=>true},{'knockout_prefix'=>'--','merge_hash_arrays'=>true},{'sort_merged_arrays'=>true}]
out=[]
600.times{ o=opts.sample; a=val(3); b=val(3); a={'k'=>a} if rand<0.7; b={'k'=>b} if rand<0.7
 m={'strategy'=>'deep'}.merge(o)
 e1=JSON.parse(JSON.generate([a]))[0]; e2=JSON.parse(JSON.generate([b]))[0]
 begin
   r=Puppet::Pops::MergeStrategy.strategy(m).merge(e1,e2)
   out << {'merge'=>m,'first'=>a,'second'=>b,'value'=>r}
 rescue => e
   out << {'merge'=>m,'first'=>a,'second'=>b,'error'=>e.message}
 end }
puts out.map(&:to_json)
