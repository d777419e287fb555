using System.Text.Json;
using Amazon.Lambda.RuntimeSupport;

namespace StandIns.Tests.Lambda;

public sealed class ErrorDocumentTests
{
    [Fact]
    public void are_written_with_type_message_stack_and_cause()
    {
        var thrown = Assert.ThrowsAny<Exception>(static () => Outer());

        using var document = JsonDocument.Parse(ErrorDocument.Write(thrown));

        var error = document.RootElement;
        Assert.Equal("InvalidOperationException", error.GetProperty("errorType").GetString());
        Assert.Equal("outer \"quoted\"", error.GetProperty("errorMessage").GetString());
        Assert.All(
            error.GetProperty("stackTrace").EnumerateArray(), line => Assert.StartsWith("at ", line.GetString(), StringComparison.Ordinal));
        Assert.Equal("inner", error.GetProperty("cause").GetProperty("errorMessage").GetString());
        Assert.False(error.GetProperty("cause").TryGetProperty("cause", out _));
    }

    [Fact]
    public void are_written_no_deeper_than_anybody_reads()
    {
        var error = Enumerable.Range(0, 100).Aggregate(new InvalidOperationException("0"), static (inner, n) => new($"{n}", inner));

        using var document = JsonDocument.Parse(ErrorDocument.Write(error));

        var depth = 0;
        for (var cause = document.RootElement; cause.TryGetProperty("cause", out var next); cause = next)
        {
            depth++;
        }

        Assert.Equal(8, depth);
    }

    private static void Outer()
    {
        try
        {
            throw new TimeoutException("inner");
        }
        catch (TimeoutException e)
        {
            throw new InvalidOperationException("outer \"quoted\"", e);
        }
    }
}
