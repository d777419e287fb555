namespace Aspire.Hosting.ApplicationModel;

/// <summary>Describes a resource; extension methods chain on it.</summary>
public interface IResourceBuilder<out T> where T : IResource
{
    /// <summary>The application being described.</summary>
    IDistributedApplicationBuilder ApplicationBuilder { get; }

    /// <summary>The resource being described.</summary>
    T Resource { get; }

    /// <summary>Adds a fact about the resource.</summary>
    IResourceBuilder<T> WithAnnotation<TAnnotation>(TAnnotation annotation, ResourceAnnotationMutationBehavior behavior = ResourceAnnotationMutationBehavior.Append)
        where TAnnotation : IResourceAnnotation;
}
