using Iris.Ops.Data;

namespace Iris.Tests.Unit.Ops;

public sealed class FailedEventTests
{
    private const string Id = "werc8gmrzge196qvyk49jvxs4g";

    [Theory]
    [InlineData("uploads/" + Id)]
    [InlineData("uploads%2F" + Id)]
    public void The_record_of_a_failed_event_holds_the_event_as_it_came(string key)
    {
        var payload = """{"Records":[{"s3":{"object":{"key":"KEY"}}}]}""".Replace("KEY", key, StringComparison.Ordinal);

        Assert.Equal(payload, FailedEvent.Read("""{"version":"1.0","requestPayload":PAYLOAD}""".Replace("PAYLOAD", payload, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("hello")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{"requestPayload":{"Records":[]}}""")]
    [InlineData("""{"requestPayload":{"Records":[{"s3":{"object":{"key":null}}}]}}""")]
    [InlineData("""{"requestPayload":{"Records":[{"s3":{"object":{"key":"images/a/300.webp"}}}]}}""")]
    public void Anything_else_is_no_event_of_Iris(string record) => Assert.Null(FailedEvent.Read(record));
}
