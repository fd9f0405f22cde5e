using BenchmarkDotNet.Running;

// Without an option: BenchmarkDotNet, for example `-- --filter '*'`. With one: a table that BenchmarkDotNet cannot make.
switch (args)
{
    case ["--profile", .. var rest]:
        Apparat.Bench.PhaseProfile.Print(
            rest is [var name, ..] ? name : Apparat.Bench.Worlds.Flagship,
            rest is [_, var n, ..] ? int.Parse(n, System.Globalization.CultureInfo.InvariantCulture) : 1000,
            rest is [_, _, .. { Length: > 0 } watched] ? Apparat.Simulation.Watched.Only(watched) : Apparat.Simulation.Watched.All
        );
        return;
    case ["--fingerprints", ..]:
        Apparat.Bench.WorldFingerprints.Print();
        return;
    case ["--ensemble", ..]:
        await Apparat.Bench.EnsembleCost.Print().ConfigureAwait(false);
        return;
    case ["--scale", .. var upTo]:
        Apparat.Bench.ScaleCurve.Print(
            upTo is [var most, ..] ? int.Parse(most, System.Globalization.CultureInfo.InvariantCulture) : 100_000
        );
        return;
    case ["--linter", ..]:
        Apparat.Bench.LinterCost.Print();
        return;
    case ["--voting-power", ..]:
        Apparat.Bench.VotingPowerCost.Print();
        return;
    case ["--reach", ..]:
        Apparat.Bench.ReachCost.Print();
        return;
    case ["--mutants", var which, var seed, .. var stages]:
        await Apparat
            .Bench.MutationScore.Print(
                which,
                ulong.Parse(seed, System.Globalization.CultureInfo.InvariantCulture),
                stages is [var only, ..] ? only : ""
            )
            .ConfigureAwait(false);
        return;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Apparat.Bench.Worlds).Assembly).Run(args);
        return;
}
