namespace Iris.Tests.Integration.ImageApi;

/// <summary>Suites that share one API on Kestrel, one after the other.</summary>
[CollectionDefinition]
public sealed class OnKestrel : ICollectionFixture<KestrelFixture>;

/// <summary>Suites that share one API as a Lambda, one after the other.</summary>
[CollectionDefinition]
public sealed class AsALambda : ICollectionFixture<LambdaFixture>;

/// <summary>Suites that share one API as the bootstrap that is deployed, one after the other.</summary>
[CollectionDefinition]
public sealed class AsABootstrap : ICollectionFixture<BootstrapFixture>;
