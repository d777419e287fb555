using System.Diagnostics;
using Iris.Tests.Support;
using Iris.Tests.Support.Lambda;

namespace Iris.Tests.Integration.ImageApi;

/// <summary>The API as it is deployed: the function's Native AOT bootstrap.</summary>
public sealed class BootstrapFixture(Dynalite dynalite) : LambdaFixture(dynalite)
{
    public override string? Obstacle => Bootstraps.Obstacle;

    internal override async Task<ProcessStartInfo> ProgramAsync() => new(await Bootstraps.GetAsync(Function));
}
