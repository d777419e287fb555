using System.Diagnostics;
using Amazon.Lambda.RuntimeSupport;

namespace StandIns.Tests.Lambda;

public sealed class XRayTraceHeaderTests
{
    [Theory]
    [InlineData("Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1", true)]
    [InlineData("Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=0", false)]
    [InlineData("Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8", false)]
    [InlineData("Self=1-0-0; Sampled=1; Parent=53995C3F42CD8AD8; Root=1-5759E988-BD862E3FE1BE46A994272793;Lineage=a:1", true)]
    public void are_read_as_a_W3C_context(string header, bool sampled)
    {
        Assert.True(XRayTraceHeader.TryParse(header, out var context));

        Assert.Equal("5759e988bd862e3fe1be46a994272793", context.TraceId.ToHexString());
        Assert.Equal("53995c3f42cd8ad8", context.SpanId.ToHexString());
        Assert.Equal(sampled, context.TraceFlags.HasFlag(ActivityTraceFlags.Recorded));
        Assert.True(context.IsRemote);
    }

    [Theory]
    [InlineData("")]
    [InlineData(";;;")]
    [InlineData("Root=1-5759e988-bd862e3fe1be46a994272793")]
    [InlineData("Root=2-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8")]
    [InlineData("Root=1-5759e988-bd862e3fe1be46a99427279;Parent=53995c3f42cd8ad8")]
    [InlineData("Root=1-5759e988-bd862e3fe1be46a99427279g;Parent=53995c3f42cd8ad8")]
    [InlineData("Root=1-5759e988-bd862e3fe1be46a994272793;Parent=0000000000000000")]
    public void are_left_alone_when_they_name_no_span(string header) =>
        Assert.False(XRayTraceHeader.TryParse(header, out _));

    [Fact]
    public void are_written_so_that_they_are_read_as_the_same_context()
    {
        var context = new ActivityContext(ActivityTraceId.CreateRandom(), ActivitySpanId.CreateRandom(), ActivityTraceFlags.Recorded);

        var header = LocalAws.Lambda.Tracing.XRayTraceHeader.Of(activity: null, context);

        Assert.True(XRayTraceHeader.TryParse(header, out var read));
        Assert.Equal((context.TraceId, context.SpanId, context.TraceFlags), (read.TraceId, read.SpanId, read.TraceFlags));
    }
}
