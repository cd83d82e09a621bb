define outer { inner { $title: } }
define inner { fail("deep ${title}") }
outer { 'x': }
