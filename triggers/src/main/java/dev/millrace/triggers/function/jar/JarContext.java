package dev.millrace.triggers.function.jar;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;

import dev.millrace.triggers.function.Invocation;
import dev.millrace.triggers.function.instance.FunctionPlan;
import dev.millrace.triggers.function.log.InstanceLog;
import dev.millrace.triggers.function.process.ProcessEnvironment;

import org.jspecify.annotations.Nullable;

import java.util.function.LongSupplier;

/// What a handler in a jar can ask about its invocation.
///
/// @param remainingMillis how long the invocation may still take
record JarContext(
        Invocation invocation, FunctionPlan plan, InstanceLog log, LongSupplier remainingMillis)
        implements Context {
    @Override
    public String getAwsRequestId() {
        return invocation.requestId();
    }

    @Override
    public String getLogGroupName() {
        return ProcessEnvironment.logGroup(plan.name());
    }

    @Override
    public String getLogStreamName() {
        return log.copy();
    }

    @Override
    public String getFunctionName() {
        return plan.name();
    }

    @Override
    public String getFunctionVersion() {
        return FunctionPlan.VERSION;
    }

    @Override
    public String getInvokedFunctionArn() {
        return invocation.functionArn();
    }

    @Override
    public @Nullable CognitoIdentity getIdentity() {
        return null;
    }

    @Override
    public @Nullable ClientContext getClientContext() {
        String json = invocation.clientContext();
        return json == null ? null : JarClientContext.of(json);
    }

    @Override
    public int getRemainingTimeInMillis() {
        return Math.clamp(remainingMillis.getAsLong(), 0, Integer.MAX_VALUE);
    }

    @Override
    public int getMemoryLimitInMB() {
        return plan.memoryMegabytes();
    }

    @Override
    public LambdaLogger getLogger() {
        return new LambdaLogger() {
            @Override
            public void log(String message) {
                log(message.getBytes(UTF_8));
            }

            @Override
            public void log(byte[] message) {
                log.append(message);
            }
        };
    }
}
