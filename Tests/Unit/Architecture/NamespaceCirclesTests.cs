using System.Reflection;
using Iris.Tests.Support;

namespace Iris.Tests.Unit.Architecture;

/// <summary>Within a project the folders stand one on the other. Those of LocalAws and StandIns have a test beside them.</summary>
public sealed class NamespaceCirclesTests
{
    [Theory]
    [InlineData("AppHost", "Iris.AppHost")]
    [InlineData("Catalog", "Iris.Catalog")]
    [InlineData("Client", "Iris.Client")]
    [InlineData("Deployment", "Iris.Deployment")]
    [InlineData("ImageApi", "Iris.ImageApi")]
    [InlineData("ImageProcessor", "Iris.ImageProcessor")]
    [InlineData("ops", "Iris.Ops")]
    [InlineData("Seed", "Iris.Seed")]
    [InlineData("ServiceDefaults", "Iris.ServiceDefaults")]
    [InlineData("Support", "Iris.Tests.Support")]
    public void No_namespace_comes_back_to_itself(string project, string root) =>
        Assert.Empty(NamespaceReferences.Circles(Assembly.Load(project), root));
}
