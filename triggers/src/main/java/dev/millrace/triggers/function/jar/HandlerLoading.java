package dev.millrace.triggers.function.jar;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.amazonaws.services.lambda.runtime.serialization.factories.JacksonFactory;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;

/// Makes a [Handler] of a class in a jar.
final class HandlerLoading {
    private HandlerLoading() {}

    /// Loads a class and makes an object of it.
    ///
    /// @throws ReflectiveOperationException if there is no such class, it has no constructor
    ///   without parameters, that throws, or it is no handler
    static Handler load(String className, ClassLoader loader) throws ReflectiveOperationException {
        Class<?> type = Class.forName(className, true, loader);
        Object handler = type.getConstructor().newInstance();
        return switch (handler) {
            case RequestStreamHandler stream -> stream::handleRequest;
            case RequestHandler<?, ?> request -> ofRequests(request, type, loader);
            default ->
                    throw new ClassNotFoundException(
                            className + " is neither a RequestHandler nor a RequestStreamHandler");
        };
    }

    // A handler is given what it declares to take, and gives what it declares to give: the
    // serializers
    // are made for these types.
    @SuppressWarnings("unchecked")
    private static Handler ofRequests(
            RequestHandler<?, ?> handler, Class<?> type, ClassLoader loader) {
        RequestHandler<Object, Object> any = (RequestHandler<Object, Object>) handler;
        Type[] arguments = arguments(type);
        PojoSerializer<Object> reader = serializer(arguments[0], loader);
        PojoSerializer<Object> writer = serializer(arguments[1], loader);
        return (event, answer, context) -> {
            Object result = any.handleRequest(reader.fromJson(event), context);
            if (result != null) {
                writer.toJson(result, answer);
            }
        };
    }

    // It reads and writes objects of this very class.
    @SuppressWarnings("unchecked")
    private static PojoSerializer<Object> serializer(Type type, ClassLoader loader) {
        if (type instanceof Class<?> plain
                && LambdaEventSerializers.isLambdaSupportedEvent(plain.getName())) {
            return (PojoSerializer<Object>) LambdaEventSerializers.serializerFor(plain, loader);
        }
        return JacksonFactory.getInstance().getSerializer(type);
    }

    /// What a class, or one that it extends, gives for the two parameters of [RequestHandler];
    /// `Object` for what it leaves open.
    static Type[] arguments(Class<?> type) {
        Type[] found = search(type);
        return found == null
                ? new Type[] {Object.class, Object.class}
                : new Type[] {closed(found[0]), closed(found[1])};
    }

    private static Type @Nullable [] search(Class<?> type) {
        for (Type implemented : type.getGenericInterfaces()) {
            if (implemented instanceof ParameterizedType generic) {
                if (generic.getRawType() == RequestHandler.class) {
                    return generic.getActualTypeArguments();
                }
            } else if (implemented instanceof Class<?> plain) {
                Type[] above = search(plain);
                if (above != null) {
                    return above;
                }
            }
        }
        return searchAbove(type);
    }

    private static Type @Nullable [] searchAbove(Class<?> type) {
        Class<?> parent = type.getSuperclass();
        Type[] found = parent == null ? null : search(parent);
        if (found == null || !(type.getGenericSuperclass() instanceof ParameterizedType generic)) {
            return found;
        }
        Type[] bound = found.clone();
        TypeVariable<?>[] variables = parent.getTypeParameters();
        for (int i = 0; i < bound.length; i++) {
            for (int j = 0; j < variables.length; j++) {
                if (bound[i].equals(variables[j])) {
                    bound[i] = generic.getActualTypeArguments()[j];
                }
            }
        }
        return bound;
    }

    private static Type closed(Type type) {
        return type instanceof TypeVariable<?> ? Object.class : type;
    }
}
