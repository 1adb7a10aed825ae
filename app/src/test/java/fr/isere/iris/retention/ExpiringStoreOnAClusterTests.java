package fr.isere.iris.retention;

import fr.isere.iris.testing.RedisCluster;

/** The same behaviours where keys are spread over three nodes and a script keeps to one slot. */
class ExpiringStoreOnAClusterTests extends ExpiringStoreTests {

    @Override
    RetentionFixture fixture() {
        return new RetentionFixture(RedisCluster.shared());
    }
}
