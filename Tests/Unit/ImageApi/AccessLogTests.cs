using System.Net;
using System.Reflection;
using Iris.ImageApi.Hosting;
using Microsoft.Extensions.Logging;

namespace Iris.Tests.Unit.ImageApi;

public sealed class AccessLogTests
{
    private const string CloudFront = "130.176.1.1";

    [Theory]
    [InlineData("198.51.100.7, 130.176.1.1", CloudFront, "198.51.100.7")]
    [InlineData("10.0.0.1, 198.51.100.7, 130.176.1.1", CloudFront, "198.51.100.7")]
    [InlineData("2001:db8::7, 130.176.1.1", CloudFront, "2001:db8::7")]
    [InlineData("198.51.100.7", "127.0.0.1", "198.51.100.7")]
    [InlineData("127.0.0.1", "127.0.0.1", "127.0.0.1")]
    [InlineData("", "127.0.0.1", "127.0.0.1")]
    [InlineData("somebody\r\nelse", "127.0.0.1", "127.0.0.1")]
    public void The_viewer_is_whom_CloudFront_was_asked_by_whatever_the_viewer_claims(string forwarded, string peer, string viewer) =>
        Assert.Equal(viewer, AccessLog.ViewerOf(forwarded, IPAddress.Parse(peer)));

    [Fact]
    public void Nothing_else_of_a_person_is_kept() => Assert.Equal(
        ["viewer", "subject", "method", "route", "status"],
        typeof(AccessLog).GetMethods(BindingFlags.Instance | BindingFlags.NonPublic)
            .Single(static method => method.IsDefined(typeof(LoggerMessageAttribute)))
            .GetParameters().Select(static parameter => parameter.Name));
}
