node a { }
node 'b.c', d.e.f, /g/, default, "h" { notice(1) }
node 10.1.2.3, 1 { }
node a-b { }