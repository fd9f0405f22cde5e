using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Simulation;

/// <summary>What a setter may move this month: at most 24 items, each of a power of the body.</summary>
internal sealed class Menu(World w) : MoveList
{
    /// <summary>The most items it can have.</summary>
    public const int Most = 24;

    private static readonly Purpose Choice = Purpose.Of("menu");
    private readonly Move[] _moves = new Move[Most];
    private readonly Power[] _powers = new Power[Most];
    private readonly int _askedAbout = w.C.Scenario.Question?.Holder.Index ?? -1;
    private int _count;
    private PersonId _setter;
    private Power? _power;
    private ClauseId _clause;
    private int _number;

    public override PersonId Setter => _setter;

    public void Open(PersonId setter)
    {
        _count = 0;
        _setter = setter;
    }

    public void Ask(Power power, ClauseId clause, int number)
    {
        _power = power;
        _clause = clause;
        _number = number;
        power.Offer(w.Scene, this);
    }

    public override void Add(in Move move)
    {
        if (_count == Most || _power is null)
            return;
        _powers[_count] = _power;
        _moves[_count++] = move;
    }

    public override Move By(
        Decision decision,
        PersonId target,
        int about = 0,
        double position = 0,
        double bias = 0,
        MoveKind kind = MoveKind.Other
    ) => new(_clause, _number, _setter, target, about, position, InForce(decision)) { Bias = bias, Kind = kind };

    // Tails that are struck, or do not decide this month, shape no decision.
    private Decision InForce(Decision decision) =>
        _power is { } power && power.By(decision.Body) == decision ? w.DecisionOf(power, decision.Body) : decision;

    /// <summary>The item with some content; false if it is not on the menu.</summary>
    public bool Find(ulong content, out Move move, out Power? power)
    {
        for (var i = 0; i < _count; i++)
        {
            if (w.Floor.ContentKey(_moves[i]) != content)
                continue;
            (move, power) = (_moves[i], _powers[i]);
            return true;
        }
        (move, power) = (default, null);
        return false;
    }

    /// <summary>How many items it has.</summary>
    public int Count => _count;

    /// <summary>An item, and the power it is of.</summary>
    public (Move Move, Power Power) this[int item] => (_moves[item], _powers[item]);

    /// <summary>Chooses by logit among the items its setter would gain from; false if there are none.</summary>
    /// <remarks>Somebody in <c>against</c> leaves only motions against him; <c>anything</c> means that one must be chosen, gain or not.</remarks>
    public bool Choose(PersonId against, bool anything, out Move move, out Power? power)
    {
        var best = double.NegativeInfinity;
        var at = -1;
        var slips = IsRival(_setter) ? w.Scene[w.C.Scenario.Constants.Slips] : 1;
        for (var i = 0; i < _count; i++)
        {
            if (!against.IsNone && _moves[i].Target != against)
                continue;
            var score = w.Floor.Score(_moves[i], _powers[i], _setter.Index, anything);
            if (score <= 0 && !anything)
                continue;
            score += slips * w.Chance.Gumbel(Choice, w.C.PersonKey[_setter.Index], w.Moment, w.Floor.ContentKey(_moves[i]));
            if (score > best)
            {
                best = score;
                at = i;
            }
        }
        (move, power) = at < 0 ? (default, null) : (_moves[at], _powers[at]);
        return at >= 0;
    }

    private bool IsRival(PersonId setter) =>
        setter.Index != _askedAbout && setter.Index < w.C.People && w.C.HeadOf[setter.Index] is >= 0 and var head && head < w.C.Contenders;
}
