using Apparat.Analysis;
using Apparat.Model;
using Apparat.Numerics;
using static Apparat.Tests.HandMadeWorlds;

namespace Apparat.Tests;

/// <summary>An office's powers, and whether it is the office or the man.</summary>
public sealed class OfficeFacts
{
    [Fact]
    public void Powers_of_an_office_are_the_provisions_it_or_its_body_carries_out() =>
        Assert.Equal(["C1", "C2/slate", "C4"], OfficePowers.Of(Scenario()));

    [Fact]
    public void If_only_the_powers_win_the_matrix_shows_the_office_and_not_the_man()
    {
        var matrix = Answer(
            new OfficeOrMan(Scenario(), Wins, seed: 3, runs: 200),
            (world, chance, who) => world.Strikes.Count == 0 && HolderOf(world) == who && chance.Draw("luck") < 0.6,
            out var histories
        );

        Assert.Equal(3 * 2 * 200, histories);
        Assert.All(
            matrix.Rows,
            r => Assert.Equal((0.0, 0.0, 0.0), (r.InOfficeWithout.Value, r.AnotherInOffice.Value, r.SomeoneWithout.Value))
        );
        Assert.All(matrix.Rows, r => Assert.Equal(r.InOfficeWithPowers, r.SomeoneWithPowers));
        Assert.All(matrix.Rows, r => Assert.Equal(0, r.Person.Value, 1e-12));
        Assert.InRange(matrix.OfficeEffects[0].Value, 0.3, 0.5);
    }

    [Fact]
    public void If_one_man_wins_from_anywhere_the_matrix_shows_the_man_and_not_the_office()
    {
        var matrix = Answer(
            new OfficeOrMan(Scenario(), Wins, seed: 3, runs: 200),
            (_, chance, who) => who == B && chance.Draw("luck") < 0.5,
            out _
        );

        Assert.All(matrix.OfficeEffects, e => Assert.Equal(0, e.Value, 1e-12));
        Assert.True(matrix.Rows[1].Person.Value > 0.2);
        Assert.Equal(matrix.Rows[1].InOfficeWithPowers.Value, matrix.Rows[1].AnotherInOffice.Value, 1e-12);
    }

    [Fact]
    public void Mean_person_office_and_fit_sum_to_every_cell()
    {
        var matrix = Answer(
            new OfficeOrMan(Scenario(), Wins, seed: 3, runs: 150),
            (world, chance, who) => (Key.Mix(Key.Of($"{HolderOf(world).Index}{world.Strikes.Count}{who.Index}"), chance.Run) & 3) == 0,
            out _
        );

        foreach (var row in matrix.Rows)
        {
            Estimate[] cells = [row.InOfficeWithPowers, row.InOfficeWithout, row.AnotherInOffice];
            for (var c = 0; c < 3; c++)
                Assert.Equal(
                    cells[c].Value,
                    matrix.Mean.Value + row.Person.Value + matrix.OfficeEffects[c].Value + row.Fit[c].Value,
                    1e-12
                );
        }
    }

    [Fact]
    public void A_table_of_one_row_has_no_effect_of_its_row()
    {
        var split = TwoWay.Split([
            [1, 2, 6],
        ]);

        Assert.Equal(3, split.Mean);
        Assert.Equal([0.0], split.Rows);
        Assert.Equal([-2.0, -1, 3], split.Columns);
    }

    internal static PersonId HolderOf(Scenario world) => world.Holders.IsEmpty ? world.Question!.Holder : world.Holders[^1].OneOf[0];
}
