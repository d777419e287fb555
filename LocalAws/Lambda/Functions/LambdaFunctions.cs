using System.Collections.Concurrent;
using LocalAws.Shared;
using Microsoft.Extensions.Options;

namespace LocalAws.Lambda.Functions;

/// <summary>The functions that exist: those of the settings, and those whose process has polled or whose events wait.</summary>
internal sealed class LambdaFunctions
{
    private readonly ConcurrentDictionary<string, LambdaFunction> _functions = new(StringComparer.Ordinal);
    private readonly string _region;
    private readonly TimeProvider _time;

    public LambdaFunctions(IOptions<LambdaOptions> options, IConfiguration configuration, TimeProvider time)
    {
        _region = configuration["AWS_REGION"] is { Length: > 0 } region ? region : LocalAccount.Region;
        _time = time;
        foreach (var (name, functionOptions) in options.Value.Functions)
        {
            _functions[name] = new LambdaFunction(name, _region, functionOptions, time);
        }
    }

    public LambdaFunction? Find(string name) => _functions.GetValueOrDefault(name);

    public LambdaFunction GetOrAdd(string name) =>
        _functions.GetOrAdd(name, static (name, self) => new LambdaFunction(name, self._region, new FunctionOptions(), self._time), this);
}
