using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Simulation;

/// <summary>What a document says against the holder it asks to remove, where that part is written in play and not before (ruling D3).</summary>
internal sealed class Postscripts
{
    private static readonly Purpose Written = Purpose.Of("postscript");
    private readonly World _w;
    private readonly bool[] _inPlay;
    private readonly bool[] _missing;

    public Postscripts(World world)
    {
        _w = world;
        _inPlay = new bool[world.C.Scenario.Documents.Length];
        _missing = new bool[_inPlay.Length];
        foreach (var e in world.C.Scenario.Events)
        {
            if (e.Happening.Completes is { } document)
                _inPlay[document.Index] = true;
        }
    }

    public void Reset() => _inPlay.CopyTo(_missing, 0);

    /// <summary>True as long as the document asks for nobody's removal.</summary>
    public bool IsMissing(int document) => _missing[document];

    /// <summary>Writes it, the likelier the more of the decisive body follow the holder: 1 - exp(-alarm following).</summary>
    public void Append(int document, double alarm)
    {
        var paper = _w.C.Scenario.Documents[document];
        if (!_missing[document] || paper.AsksToRemove is not { } office || _w.ActorOf(office.Index) is not (>= 0 and var holder))
            return;
        _w.Contest.CountFollowing();
        var following = _w.PatronOf(holder) is >= 0 and var head ? _w.Following[(_w.Turn * _w.Heads) + head] : 0;
        if (!_w.Chance.Happens(1 - StableMath.Exp(-alarm * following), Written, paper.Key, _w.Moment))
            return;
        _missing[document] = false;
        _w.Papers.Aggravate(paper);
        _w.Editor.Note(Noted.PostscriptAdded, paper.Key, _w.C.PersonKey[holder]);
        _w.Editor.Tell(
            new TraceEntry(new Turn(_w.Turn), TraceKind.Appended, new PersonId(holder), PersonId.None, office, default, document)
        );
    }
}
