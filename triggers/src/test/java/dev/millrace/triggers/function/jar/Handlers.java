package dev.millrace.triggers.function.jar;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;

/// Handlers as their authors would write them.
public final class Handlers {
    private Handlers() {}

    /// Reads the records of a stream.
    public static final class OfEvents
            implements RequestHandler<DynamodbEvent, Map<String, String>> {
        @Override
        public Map<String, String> handleRequest(DynamodbEvent event, Context context) {
            Map<String, String> answer = new TreeMap<>();
            event.getRecords()
                    .forEach(record ->
                            answer.put(
                                    text(record.getDynamodb().getKeys(), "id"),
                                    number(record.getDynamodb().getNewImage(), "n")));
            return answer;
        }

        private static String text(Map<String, AttributeValue> item, String name) {
            return Objects.requireNonNull(item.get(name)).getS();
        }

        private static String number(Map<String, AttributeValue> item, String name) {
            return Objects.requireNonNull(item.get(name)).getN();
        }
    }

    /// Tells what its caller tells of itself.
    public static final class OfContexts implements RequestHandler<Map<String, String>, String> {
        @Override
        public String handleRequest(Map<String, String> event, Context context) {
            var caller = context.getClientContext();
            return caller == null
                    ? "nothing"
                    : caller.getClient().getAppTitle()
                            + " "
                            + caller.getCustom()
                            + " "
                            + caller.getEnvironment();
        }
    }

    /// Reads and writes bytes.
    public static final class OfStreams implements RequestStreamHandler {
        @Override
        public void handleRequest(InputStream input, OutputStream output, Context context)
                throws IOException {
            String event = new String(input.readAllBytes(), UTF_8);
            context.getLogger().log("written by " + context.getFunctionName() + "\n");
            String answer =
                    event.equals("\"loader\"")
                            ? Boolean.toString(
                                    getClass()
                                            .getClassLoader()
                                            .equals(Context.class.getClassLoader()))
                            : event.replace('a', 'A');
            output.write(answer.getBytes(UTF_8));
        }
    }

    /// Somebody.
    public static final class Person {
        private @Nullable String name;
        private int age;

        public @Nullable String getName() {
            return name;
        }

        public void setName(@Nullable String name) {
            this.name = name;
        }

        public int getAge() {
            return age;
        }

        public void setAge(int age) {
            this.age = age;
        }
    }

    /// Lets somebody grow older.
    public static final class OfPojos implements RequestHandler<Person, Person> {
        @Override
        public Person handleRequest(Person person, Context context) {
            if (person.getName() == null) {
                throw new IllegalArgumentException("nobody");
            }
            person.setAge(person.getAge() + 1);
            return person;
        }
    }

    /// Leaves the type of events to those that extend it.
    public abstract static class Base<T> implements RequestHandler<T, String> {
        @Override
        public String handleRequest(T event, Context context) {
            return nameOf(event);
        }

        abstract String nameOf(T event);
    }

    /// Tells a name.
    public static final class Derived extends Base<Person> {
        @Override
        String nameOf(Person person) {
            return String.valueOf(person.getName());
        }
    }

    /// Never comes back by itself.
    public static final class Slow implements RequestHandler<Object, String> {
        @Override
        public String handleRequest(Object event, Context context) {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
            return "late";
        }
    }

    /// Counts its invocations.
    public static final class Counting implements RequestHandler<Object, Integer> {
        private static int count;

        @Override
        public Integer handleRequest(Object event, Context context) {
            return ++count;
        }
    }

    /// Cannot be made.
    public static final class Broken implements RequestHandler<Object, String> {
        public Broken() {
            throw new IllegalStateException("broken");
        }

        @Override
        public String handleRequest(Object event, Context context) {
            return "";
        }
    }

    /// Has nothing to say.
    public static final class Silent implements RequestHandler<Object, @Nullable Object> {
        @Override
        public @Nullable Object handleRequest(Object event, Context context) {
            return null;
        }
    }
}
