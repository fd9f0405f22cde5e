namespace Apparat.Simulation;

/// <summary>What of a history enters its fingerprint. The numbers are part of the bits: whatever is new takes a new one, and none is used again.</summary>
internal enum Noted : ulong
{
    Seated = 1,
    StandingChanged = 2,
    Delivered = 3,
    PolicyMoved = 4,
    Sized = 5,
    ClauseChanged = 6,
    MeetingSet = 7,
    BranchCounted = 8,
    Vacated = 9,
    Voted = 10,
    Renewed = 11,
    Happened = 12,
    PutOff = 13,
    PostscriptAdded = 14,
    Esteemed = 15,
    Recanted = 16,
    Promised = 17,
    Vetoed = 18,
    PutDown = 19,
    Petitioned = 20,
    Inquorate = 21,
    Joined = 22,
}
