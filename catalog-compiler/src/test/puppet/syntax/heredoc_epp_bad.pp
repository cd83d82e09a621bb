$x = @(END:epp)
  <% foo 
  | END
