using Iris.Tests.Support;
using Iris.Tests.Support.Lambda;

namespace Iris.Tests.Integration.ImageProcessor;

/// <summary>
/// What every suite of the pipeline is made of. Each runs in this process, and as the Native AOT bootstrap under LocalAws.Lambda.
/// </summary>
public abstract class ProcessorSuite
{
    private readonly Func<Task<Stage>> _set;

    protected ProcessorSuite(Dynalite dynalite, LocalRekognition rekognition, bool asABootstrap)
    {
        Assert.SkipWhen(asABootstrap && Bootstraps.Obstacle is not null, Bootstraps.Obstacle ?? "");
        _set = asABootstrap ? () => Stage.SetForBootstrapsAsync(dynalite, rekognition) : () => Stage.SetAsync(dynalite, rekognition);
    }

    private protected Task<Stage> SetStageAsync() => _set();
}
