using System.Diagnostics;

namespace LocalAws.CloudFront.Origins;

/// <summary>
/// Where a trace begins: here. Of what a viewer says of one, which would decide whether it is sampled, nothing is believed, as the
/// template's origin request policy lets none of it through.
/// </summary>
internal sealed class ViewerTrace(DistributedContextPropagator onward) : DistributedContextPropagator
{
    public override IReadOnlyCollection<string> Fields => onward.Fields;

    public override void Inject(Activity? activity, object? carrier, PropagatorSetterCallback? setter) => onward.Inject(activity, carrier, setter);

    public override void ExtractTraceIdAndState(
        object? carrier, PropagatorGetterCallback? getter, out string? traceId, out string? traceState) => (traceId, traceState) = (null, null);

    public override IEnumerable<KeyValuePair<string, string?>>? ExtractBaggage(object? carrier, PropagatorGetterCallback? getter) => null;
}
