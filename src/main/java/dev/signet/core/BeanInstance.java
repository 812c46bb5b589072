package dev.signet.core;

/**
 * An object that the container created for one request.
 *
 * @param object the object, perhaps of a generated subclass
 * @param destroy ends the object, with its callbacks
 */
public record BeanInstance<T>(T object, Runnable destroy) {}
