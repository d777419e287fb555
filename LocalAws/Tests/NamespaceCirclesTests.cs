using System.Reflection;
using Iris.Tests.Support;

namespace LocalAws.Tests;

/// <summary>Within a project the folders stand one on the other.</summary>
public sealed class NamespaceCirclesTests
{
    [Theory]
    [InlineData("LocalAws.CloudFront", "LocalAws.CloudFront")]
    [InlineData("LocalAws.Lambda", "LocalAws.Lambda")]
    [InlineData("LocalAws.Provision", "LocalAws.Provision")]
    [InlineData("LocalAws.Rekognition", "LocalAws.Rekognition")]
    [InlineData("LocalAws.S3", "LocalAws.S3")]
    [InlineData("LocalAws.S3Notifications", "LocalAws.S3Notifications")]
    [InlineData("LocalAws.Shared", "LocalAws.Shared")]
    public void No_namespace_comes_back_to_itself(string project, string root) =>
        Assert.Empty(NamespaceReferences.Circles(Assembly.Load(project), root));
}
