using Apparat.Model;

namespace Apparat.Simulation;

/// <summary>The rules in force, by what they do: which fills an organ at renewals, which fills vacancies, which powers may be moved.</summary>
internal sealed class Rulebook(World w)
{
    private readonly int[] _main = new int[w.C.Organs.Length];
    private readonly int[] _vacancy = new int[w.C.Organs.Length];
    private readonly int[] _powers = new int[w.C.Rules.Length];
    private readonly bool[] _inForce = new bool[w.C.Rules.Length];
    private readonly int[] _weighing = new int[w.C.Rules.Length];
    private readonly int[] _calling = new int[w.C.Rules.Length];
    private int _powerCount;
    private int _weighingCount;
    private int _callingCount;

    /// <summary>The rules that are powers.</summary>
    public ReadOnlySpan<int> Powers => _powers.AsSpan(0, _powerCount);

    /// <summary>Those of them that weigh on votes of every kind.</summary>
    public ReadOnlySpan<int> WeighingOnVotes => _weighing.AsSpan(0, _weighingCount);

    /// <summary>Those by which meetings are called or put off.</summary>
    public ReadOnlySpan<int> CallingMeetings => _calling.AsSpan(0, _callingCount);

    /// <summary>The rule by which an organ is renewed; null if nobody fills it.</summary>
    public CompiledRule? Main(int organ) => _main[organ] < 0 ? null : w.C.Rules[_main[organ]];

    /// <summary>The rule that fills vacancies of an organ between renewals; null if it has none of its own.</summary>
    public CompiledRule? Vacancy(int organ) => _vacancy[organ] < 0 ? null : w.C.Rules[_vacancy[organ]];

    /// <summary>Whether a rule is in force.</summary>
    public bool IsInForce(int rule) => _inForce[rule];

    public void Reset()
    {
        Array.Clear(_inForce);
        Array.Fill(_main, -1);
        Array.Fill(_vacancy, -1);
        _powerCount = _weighingCount = _callingCount = 0;
        foreach (var r in w.ActiveRule)
        {
            _inForce[r] = true;
            switch (w.C.Rules[r].Rule)
            {
                case SelectionRule selection:
                    foreach (var organ in selection.Fills)
                    {
                        ref var slot = ref (selection.OnlyVacancies ? ref _vacancy[organ.Index] : ref _main[organ.Index]);
                        if (slot < 0 || (selection.Electors is not null && w.C.Rules[slot].Selection!.Electors is null))
                            slot = r;
                    }
                    break;
                case Power power:
                    _powers[_powerCount++] = r;
                    if (power.WeighsOnVotes)
                        _weighing[_weighingCount++] = r;
                    if (power.CallsMeetings)
                        _calling[_callingCount++] = r;
                    break;
            }
        }
    }
}
