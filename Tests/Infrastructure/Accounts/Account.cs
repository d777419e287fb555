namespace Iris.Tests.Infrastructure.Accounts;

/// <summary>
/// As much of an AWS account as decides who is answered: API Gateway's throttles, then Lambda's concurrency, of which each function has
/// what is reserved for it and all others share the rest. Time is virtual, in steps of a millisecond.
/// </summary>
internal sealed class Account(AccountLimits limits)
{
    // A new instance of a Native AOT function, from the request to its first line.
    private const int ColdStartMs = 350;

    private readonly TokenBucket _others = new(limits.OtherRoutes);
    private readonly Dictionary<string, TokenBucket> _routes = limits.Routes.ToDictionary(
        static route => route.Key, static route => new TokenBucket(route.Value));

    private readonly Queue<Action<int>> _events = [];
    private readonly PriorityQueue<Action, int> _ends = new();
    private readonly Function _api = new(limits.ReservedForApi), _processor = new(limits.ReservedForProcessor);

    public int Now { get; private set; }

    /// <summary>A request: when its answer comes, or null when it is refused.</summary>
    public int? Request(string route, int durationMs) =>
        _routes.GetValueOrDefault(route, _others).TryTake(Now) ? Begin(_api, durationMs) : null;

    /// <summary>An event of S3, which Lambda keeps until it can be processed.</summary>
    public void Upload(int durationMs, Action<int> processed) => _events.Enqueue(_ => Begin(_processor, durationMs, processed));

    public void Step()
    {
        for (Now++; _ends.TryPeek(out var end, out var at) && at <= Now; end())
        {
            _ends.Dequeue();
        }

        while (_events.Count > 0 && HasRoom(_processor))
        {
            _events.Dequeue()(Now);
        }
    }

    private int? Begin(Function function, int durationMs, Action<int>? ended = null)
    {
        if (!HasRoom(function))
        {
            return null;
        }

        var endsAt = Now + durationMs + (function.Warm > 0 ? 0 : ColdStartMs);
        function.Warm = Math.Max(0, function.Warm - 1);
        function.Busy++;
        _ends.Enqueue(
            () =>
            {
                function.Busy--;
                function.Warm++;
                ended?.Invoke(Now);
            },
            endsAt);
        return endsAt;
    }

    private bool HasRoom(Function function) => function.Reserved is { } reserved
        ? function.Busy < reserved
        : Shared().Sum(static other => other.Busy) < limits.Concurrency - Reserved().Sum(static other => other.Reserved!.Value);

    private IEnumerable<Function> Shared() => ((Function[])[_api, _processor]).Where(static function => function.Reserved is null);

    private IEnumerable<Function> Reserved() => ((Function[])[_api, _processor]).Where(static function => function.Reserved is not null);

    private sealed class Function(int? reserved)
    {
        public int? Reserved => reserved;

        public int Busy { get; set; }

        public int Warm { get; set; }
    }

    /// <summary>As API Gateway throttles: so many at once, and so many a second from then on.</summary>
    private sealed class TokenBucket(Throttle throttle)
    {
        private double _tokens = throttle.Burst;
        private int _at;

        public bool TryTake(int now)
        {
            _tokens = Math.Min(throttle.Burst, _tokens + ((now - _at) * throttle.Rate / 1000));
            _at = now;
            return _tokens >= 1 && --_tokens >= 0;
        }
    }
}
