using OrdersAdmin.Benchmarks;

return args switch
{
    ["lists", .. var rest] => await Lists.Run(new Arguments(rest)),
    ["fulfill", .. var rest] => await Fulfilling.Run(new Arguments(rest)),
    ["intake", .. var rest] => await Intake.Run(new Arguments(rest)),
    _ => Help(),
};

static int Help()
{
    Console.WriteLine("""
        lists   [--orders 100000]             time of each shape of the order list, and of the order page
        fulfill [--writers 16] [--seconds 10] fulfillments a second through the workflow
        intake  [--orders 10000]              orders a second through the intake workflow
        """);
    return 2;
}
