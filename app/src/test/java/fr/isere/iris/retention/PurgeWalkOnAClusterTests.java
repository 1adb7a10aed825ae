package fr.isere.iris.retention;

import fr.isere.iris.testing.RedisCluster;

/** The same, over three nodes. */
class PurgeWalkOnAClusterTests extends PurgeWalkTests {

    @Override
    RetentionFixture fixture() {
        return new RetentionFixture(RedisCluster.shared());
    }
}
