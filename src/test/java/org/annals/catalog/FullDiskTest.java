package org.annals.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

class FullDiskTest {
    @ParameterizedTest
    @EnumSource(names = {"SQLITE_FULL", "SQLITE_IOERR_SHMSIZE", "SQLITE_IOERR_WRITE"})
    void fullDiskIsNamedWithTheWayOut(SQLiteErrorCode code) {
        CatalogException fault =
                Database.fault(Path.of("catalog.sqlite"), "cannot be opened", new SQLiteException("x", code));
        assertThat(fault).hasMessageContaining("the disk is full").hasMessageContaining("make room");
    }
}
