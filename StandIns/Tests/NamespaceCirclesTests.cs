using System.Reflection;
using Iris.Tests.Support;

namespace StandIns.Tests;

/// <summary>Within a project the folders stand one on the other.</summary>
public sealed class NamespaceCirclesTests
{
    [Theory]
    [InlineData("Amazon.Lambda", "Amazon.Lambda")]
    [InlineData("AWSSDK.Rekognition", "Amazon.Rekognition")]
    [InlineData("Aspire.Hosting.AWS", "Aspire.Hosting.AWS")]
    [InlineData("Aspire.Hosting.JavaScript", "Aspire.Hosting")]
    public void No_namespace_comes_back_to_itself(string project, string root) =>
        Assert.Empty(NamespaceReferences.Circles(Assembly.Load(project), root));
}
