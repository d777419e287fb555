using Iris.Tests.Support;

[assembly: AssemblyFixture(typeof(Dynalite))]
[assembly: AssemblyFixture(typeof(LocalRekognition))]
