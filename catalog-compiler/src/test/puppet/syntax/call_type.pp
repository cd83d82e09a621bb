Integer(1)
String[1](2)