using Iris.Tests.Support;

[assembly: AssemblyFixture(typeof(LocalRekognition))]
