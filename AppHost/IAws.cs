namespace Iris.AppHost;

/// <summary>The AWS that Iris runs on: stand-ins on this machine, or an account.</summary>
internal interface IAws
{
    /// <summary>The name of the bucket.</summary>
    ReferenceExpression BucketName { get; }

    /// <summary>Gives a process the bucket and the table, and has it wait until both are there.</summary>
    IResourceBuilder<T> WithImages<T>(IResourceBuilder<T> process) where T : IResourceWithEnvironment, IResourceWithWaitSupport;

    /// <summary>Gives a process Rekognition.</summary>
    IResourceBuilder<T> WithLabels<T>(IResourceBuilder<T> process) where T : IResourceWithEnvironment, IResourceWithWaitSupport;

    /// <summary>Gives the edge the bucket as the origin of <c>/images/*</c>.</summary>
    IResourceBuilder<ProjectResource> WithImagesOrigin(IResourceBuilder<ProjectResource> edge);

    /// <summary>Lets the pages of the site, and no others, upload to the bucket.</summary>
    void AllowUploadsFrom(IResourceWithEndpoints site);
}
