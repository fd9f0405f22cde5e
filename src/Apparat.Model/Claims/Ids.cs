namespace Apparat.Model;

/// <summary>The place, counted from 0, of anything a dated record speaks of: its people first, then its offices, then papers and groups.</summary>
public readonly record struct SubjectId(int Index);

/// <summary>The place of a kind of act among those a dated record knows, counted from 0.</summary>
public readonly record struct ActId(int Index);

/// <summary>The place of something counted among what a dated record counts, from 0.</summary>
public readonly record struct CountId(int Index);

/// <summary>The place of a question put to the vote among those a dated record knows, counted from 0.</summary>
public readonly record struct VoteId(int Index);

/// <summary>The place of an event among those a dated record names, counted from 0.</summary>
public readonly record struct EventId(int Index);
