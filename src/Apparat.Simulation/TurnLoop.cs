using Apparat.Model;

namespace Apparat.Simulation;

/// <summary>Plays a run turn by turn, always in the same order of phases.</summary>
internal sealed class TurnLoop
{
    private readonly Phase[] _phases;

    private readonly World _world;

    /// <summary>A worker for a scenario; <paramref name="around"/> may put something around each phase, such as a clock.</summary>
    public TurnLoop(CompiledScenario compiled, Func<Phase, Phase>? around = null)
    {
        _world = new World(compiled);
        _phases = around is null ? Phases() : Array.ConvertAll(Phases(), p => around(p));
    }

    public World World => _world;

    /// <summary>Names of the phases in the order in which they run.</summary>
    public IEnumerable<string> Schedule => _phases.Select(p => p.Name);

    /// <summary>Plays run <paramref name="number"/> of a seed and shows the observer every turn once it is over.</summary>
    public void Play(ulong seed, int number, IRunObserver observer)
    {
        var w = _world;
        w.Reset(seed, number);
        observer.Begin(w);
        for (var turn = 0; turn < w.C.Turns; turn++)
        {
            if (turn == w.C.FreshFrom)
                w.Refresh(seed, number);
            Enter(turn);
            foreach (var phase in _phases)
                phase.Run(w);
            w.TurnIsOver = true;
            observer.EndTurn(w);
            w.TurnIsOver = false;
        }
        observer.End(w);
    }

    // The order of the phases is part of the model.
    private static Phase[] Phases() =>
        [
            new DatedEvents(),
            new Convocations(),
            new Initiatives(),
            new RecordedSeats(),
            new Quorums(),
            new DueBusiness(),
            new Perceptions(),
            new Turnover(),
            new KeptPromises(),
            new Vacancies(),
            new RegularBusiness(),
            new Motions(),
            new Elections(),
            new Updates(),
        ];

    private void Enter(int turn)
    {
        var w = _world;
        var calendar = w.C.Scenario.Calendar;
        w.Turn = turn;
        w.Tick = w.C.Ticks[turn];
        w.Moment = calendar.AddressOf(new Turn(turn));
        w.Today = calendar.FirstDayOf(new Turn(turn));
        if (turn == 0 || w.C.Months[turn] != w.C.Months[turn - 1])
            w.AccrueOver(w.C.Months[turn]);
        w.Contest.RecallFollowing();
        Array.Clear(w.Renewed);
        Array.Clear(w.CalledTo);
        w.Suspensions.Lift();
        w.Newcomers.EndWaiting();
        foreach (var p in w.C.Provisions)
        {
            if (p.StruckFrom == turn && w.ShareNow[p.Index] > 0)
            {
                w.ShareNow[p.Index] = 0;
                w.Seating++;
                w.Dependences.PowersChanged();
            }
        }
    }
}

/// <summary>Watches a run without touching it.</summary>
internal interface IRunObserver
{
    void Begin(World world);

    void EndTurn(World world);

    void End(World world);
}
