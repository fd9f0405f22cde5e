using Apparat.Model;

namespace Apparat.Simulation;

/// <summary>Who is suspended, and until when.</summary>
internal sealed class Suspensions(World w)
{
    private const int Never = int.MaxValue;
    private readonly (int Person, int Until)[] _suspended = new (int, int)[w.C.People + w.C.Cadres];
    private int _count;

    public void Reset() => _count = 0;

    /// <summary>Notes until when a person is suspended; for good without a length.</summary>
    public void Begin(int person, Period? length) =>
        _suspended[_count++] = (person, length is { } l ? w.C.Scenario.Calendar.AfterDays(new Turn(w.Turn), l.Days).Index : Never);

    /// <summary>Those whose time is over act again.</summary>
    public void Lift()
    {
        for (var i = 0; i < _count; i++)
        {
            var (person, until) = _suspended[i];
            if (w.Standing[person] == Standing.Suspended && until > w.Turn)
                continue;
            _suspended[i--] = _suspended[--_count];
            if (w.Standing[person] == Standing.Suspended)
                w.Editor.Stand(new PersonId(person), Standing.Member);
        }
    }
}
