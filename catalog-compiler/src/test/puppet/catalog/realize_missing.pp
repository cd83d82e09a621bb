realize(Notify['a'], User['b'])
