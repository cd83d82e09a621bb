@file { a: b => c }
@@file { d: }