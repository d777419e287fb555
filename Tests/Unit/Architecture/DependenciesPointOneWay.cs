namespace Iris.Tests.Unit.Architecture;

public sealed class DependenciesPointOneWay
{
    [Fact]
    public void Imaging_knows_nothing_of_AWS() =>
        Assert.DoesNotContain(
            System.Reflection.Assembly.Load("Imaging").GetReferencedAssemblies(),
            assembly => assembly.Name!.StartsWith("AWSSDK", StringComparison.Ordinal));
}
