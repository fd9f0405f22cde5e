using BenchmarkDotNet.Running;

// Without an option: BenchmarkDotNet, for example `-- --filter '*'`. With one: a table that BenchmarkDotNet cannot make.
switch (args)
{
    // A scenario, how many runs, and the outcomes and measures that are watched: all of them if none is named.
    case ["--profile", .. var rest]:
        Apparat.Bench.PhaseProfile.Print(
            rest is [var name, ..] ? name : Apparat.Bench.Worlds.Flagship,
            rest is [_, var n, ..] ? int.Parse(n, System.Globalization.CultureInfo.InvariantCulture) : 1000,
            Apparat.Bench.Worlds.Watching(rest.Skip(2))
        );
        return;
    case ["--fingerprints", ..]:
        Apparat.Bench.WorldFingerprints.Print();
        return;
    // A scenario, and what is watched of it.
    case ["--ensemble", .. var of]:
        await Apparat
            .Bench.EnsembleCost.Print(
                of is [var which, ..] ? which : Apparat.Bench.Worlds.Flagship,
                Apparat.Bench.Worlds.Watching(of.Skip(1))
            )
            .ConfigureAwait(false);
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
    case ["--mutants", var mutated, var seed, .. var stages]:
        await Apparat
            .Bench.MutationScore.Print(
                mutated,
                ulong.Parse(seed, System.Globalization.CultureInfo.InvariantCulture),
                stages is [var only, ..] ? only : ""
            )
            .ConfigureAwait(false);
        return;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Apparat.Bench.Worlds).Assembly).Run(args);
        return;
}
