using Apparat.Model;
using Apparat.Simulation;

namespace Apparat.Tests;

/// <summary>A run begins with nothing of the run before it, and is played alike whether anybody looks on or not.</summary>
public sealed class ForgettingLaws
{
    public static TheoryData<string> Worlds => [.. ManyWords.Worlds.Select(w => w.Name)];

    [Theory]
    [MemberData(nameof(Worlds))]
    public void A_run_is_the_same_whatever_was_played_before_it(string name)
    {
        var world = ManyWords.Worlds.Single(w => w.Name == name).World;
        var (lone, busy) = (new Watched(world), new Watched(world));
        for (var run = 0; run < 3; run++)
            busy.Play(run);
        Assert.Equal(lone.Play(3), busy.Play(3));
        Assert.Equal(lone.Play(0), busy.Play(0));
    }

    // What happened, and what could be read of every person and every head each turn.
    private sealed class Watched
    {
        private readonly List<string> _seen = [];
        private readonly Stage _stage;

        public Watched(Scenario world) => _stage = new Stage(world, w => _seen.Add(Read(w)));

        public string Play(int run)
        {
            _seen.Clear();
            var told = _stage.Play(8, run).Select(e => $"{e with { Roll = null }}");
            return string.Join('\n', told.ToArray().Concat(_seen));
        }

        private static string Read(World w)
        {
            var heads = w.C.Heads.Select(h =>
                FormattableString.Invariant(
                    $"{w.Scene.Exposure(h)} {w.Scene.Responsibility(h)} {w.Scene.SinceAttacked(h)} {w.Scene.SinceDefeated(h)} {w.Scene.Recants(h)}"
                )
            );
            var seen = w.C.Heads.SelectMany(h => w.C.Heads.Select(by => w.Scene.Prestige(by, h)));
            var owed = w.TieBook.InOffice.ToArray().SelectMany(p => w.C.Heads.Select(h => w.Scene.Loyalty(p, h) + w.Scene.Hostility(p, h)));
            var depends = w.TieBook.InOffice.ToArray().SelectMany(p => w.Over(p).Select(x => x.Share));
            return $"{w.Fingerprint.Value} {string.Join(' ', heads)} {seen.Sum():R} {owed.Sum():R} {depends.Sum():R} {w.Scene.Members:R}";
        }
    }
}
