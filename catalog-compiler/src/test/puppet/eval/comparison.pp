5 == 5.0
---
'a' < 'B'
---
'abc' == 'ABC'
---
'äb' == 'ÄB'
---
'5' == 5
---
1 < 'a'
---
'a' < 1
---
[1, 'A'] == [1.0, 'a']
---
{'a' => 'X'} == {'a' => 'x'}
---
{'a' => undef} == {'b' => undef}
---
undef == undef
---
undef == ''
---
undef == false
---
default == default
---
default < default
---
[1] < [2]
---
true < false
---
undef < 1
---
1 <= 1.0
---
2 >= 3
---
'b' > 'a'
---
Integer < Numeric
---
Integer[1, 5] <= Integer
---
Integer > Integer[1, 2]
---
Integer == Integer
---
Integer < 5
---
Timespan(5) < Timespan(6)
---
Timespan(5) < 6
---
6 > Timespan(5)
---
Timespan(5) < 'x'
---
SemVer('1.0.0') < SemVer('1.0.1')
---
SemVer('1.0.0') < '1.0.1'
---
'x' in 'axb'
---
'X' in 'axb'
---
'Ä' in 'bär'
---
/x/ in 'axb'
---
5 in '5'
---
5 in [5.0]
---
'A' in ['a']
---
'b' in {'a' => 1, 'B' => 2}
---
/^b/ in {'a' => 1, 'bc' => 2}
---
Integer in ['a', 1]
---
Float in ['a', 1]
---
'abc' in [/b/]
---
undef in [undef]
---
[1] in [[1], 2]
---
SemVer('1.0.0') in ['1.0.0']
---
SemVer('1.2.0') in SemVerRange('>=1.0.0')
---
1 in 5
---
'abc' =~ /b(.)/
---
'abc' !~ /b/
---
'abc' =~ 'b.'
---
'abc' =~ '('
---
5 =~ /x/
---
undef =~ /x/
---
'x' =~ 5
---
'x' =~ undef
---
'x' =~ [1]
---
5 =~ Integer
---
5 !~ Integer[6]
---
'1.2.3' =~ SemVerRange('1.x')
---
SemVer('2.0.0') =~ SemVerRange('1.x')
---
if 'abc' =~ /(b)(.)/ { "$0 $1 $2 $3" }
---
$a = 'abc' =~ /(b)/
$1
---
if 'abc' =~ /(b)/ { if 'xyz' =~ /(q)/ { } else { $1 } }
---
if 'abc' =~ /(b)/ { }
$1
---
!undef
---
!''
---
![]
---
true and 'x'
---
undef or false
---
false and fail('x')
