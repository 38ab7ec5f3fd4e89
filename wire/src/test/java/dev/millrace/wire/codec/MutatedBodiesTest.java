package dev.millrace.wire.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.millrace.model.error.ApiException;
import dev.millrace.wire.JsonInput;
import dev.millrace.wire.OperationCodec;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

class MutatedBodiesTest {
    private static final int MUTANTS = 2_000;
    private static final List<String> BODIES =
            List.of(
                    "{'TableName':'abc','Item':{'a':{'S':'x'},'b':{'L':[{'N':'1e5'},{'NULL':true}]},"
                        + "'c':{'M':{'k':{'BS':['AQ==','Ag==']}}},'d':{'BOOL':false}},"
                        + "'Key':{'a':{'NS':['1','2']}},'ReturnValues':'ALL_OLD',"
                        + "'ExpressionAttributeValues':{':v':{'B':'AQID'}},"
                        + "'ExpressionAttributeNames':{'#n':'n'},'Limit':10,'Segment':1}",
                    "{'TableName':'abc','KeySchema':[{'AttributeName':'a','KeyType':'HASH'}],"
                            + "'AttributeDefinitions':[{'AttributeName':'a','AttributeType':'S'}],"
                            + "'StreamSpecification':{'StreamEnabled':true,"
                            + "'StreamViewType':'KEYS_ONLY'},'ProvisionedThroughput':"
                            + "{'ReadCapacityUnits':1,'WriteCapacityUnits':2},'Tags':[],"
                            + "'SSESpecification':{'Enabled':false}}",
                    "{'TableName':'abc','Key':{},'Item':{},'Expected':{'a':{'Value':{'S':'x'}},"
                            + "'b':{'ComparisonOperator':'IN','AttributeValueList':[{'N':'1'}]}},"
                            + "'ConditionalOperator':'OR','AttributeUpdates':{'c':{'Action':'ADD',"
                            + "'Value':{'SS':['x']}}},'KeyConditions':{'d':{'ComparisonOperator':"
                            + "'EQ','AttributeValueList':[{'S':'x'}]}},'AttributesToGet':['a']}",
                    "{'RequestItems':{'abc':[{'PutRequest':{'Item':{'a':{'S':'x'}}}},"
                            + "{'DeleteRequest':{'Key':{'a':{'S':'y'}}}}]}}",
                    "{'RequestItems':{'abc':{'Keys':[{'a':{'S':'x'}}],'ConsistentRead':true,"
                            + "'ExpressionAttributeNames':{'#a':'b'}}}}",
                    "{'StreamArn':'arn:aws:dynamodb:eu-west-1:000000000000:table/abc/stream/"
                            + "2026-11-22T00:00:00.000','ShardId':'shardId-00000001731313410123-"
                            + "0123abcd','ShardIteratorType':'LATEST','SequenceNumber':"
                            + "'100000000000000000001','Limit':5,'ShardIterator':'x'}");
    private static final String SPLINTERS = "{}[]:,\"'\\u0dN1e-+.tfn \n\u0000\ufffd";

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aDamagedBodyIsDecodedOrRefusedAndNothingElse(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < MUTANTS; i++) {
            byte[] body = mutant(random);
            for (OperationCodec<?, ?> codec : Codecs.all()) {
                Throwable thrown =
                        catchThrowable(() -> codec.decode(new JsonInput(body, 0, body.length)));
                assertThat(thrown == null || thrown instanceof ApiException)
                        .as(() -> describe(seed, codec, body, thrown))
                        .isTrue();
            }
        }
    }

    private static byte[] mutant(Random random) {
        String body = BODIES.get(random.nextInt(BODIES.size())).replace('\'', '"');
        byte[] bytes = body.getBytes(UTF_8);
        for (int left = 1 + random.nextInt(4); left > 0; left--) {
            bytes = mutate(bytes, random);
        }
        return bytes;
    }

    private static byte[] mutate(byte[] bytes, Random random) {
        int at = random.nextInt(bytes.length + 1);
        int until = Math.min(bytes.length, at + random.nextInt(12));
        return switch (random.nextInt(5)) {
            case 0 -> join(bytes, at, new byte[] {(byte) random.nextInt(256)}, at);
            case 1 -> join(bytes, at, splinter(random), at);
            case 2 -> join(bytes, at, new byte[0], until);
            case 3 -> join(bytes, at, Arrays.copyOfRange(bytes, at, until), at);
            default -> join(bytes, at, splinter(random), until);
        };
    }

    private static byte[] splinter(Random random) {
        int at = random.nextInt(SPLINTERS.length());
        return SPLINTERS.substring(at, at + 1).getBytes(UTF_8);
    }

    private static byte[] join(byte[] bytes, int end, byte[] middle, int start) {
        byte[] joined = Arrays.copyOf(bytes, end + middle.length + bytes.length - start);
        System.arraycopy(middle, 0, joined, end, middle.length);
        System.arraycopy(bytes, start, joined, end + middle.length, bytes.length - start);
        return joined;
    }

    private static String describe(
            long seed, OperationCodec<?, ?> codec, byte[] body, Throwable thrown) {
        return "seed %d, %s: %s on %s"
                .formatted(seed, codec.operation(), thrown, new String(body, UTF_8));
    }
}
