/* A disk that a test has in its hand: preloaded into a server process, it keeps a journal of what the
 * process does to the files of one directory, and lets calls fail when the test says so. Built and
 * used by dev.millrace.conformance.fault; no part of what ships.
 *
 *   TEST_DISK_DIRECTORY  the directory, absolute, without links in it
 *   TEST_DISK_CONTROL    a file of 4096 bytes, mapped by both processes (struct control)
 *   TEST_DISK_JOURNAL    where the journal goes; none is kept if it is not set
 *
 * A journal entry is: type u8, file u32, offset u64, length u32, then so many bytes (data, or names).
 * All numbers are little-endian. Entries are in the order in which the calls took effect: one lock is
 * held around each call and its entry. */
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

#define FILES_MAX 65536

enum { FAIL_NONE, FAIL_WRITE_FULL, FAIL_WRITE_IO, FAIL_SYNC_IO, FAIL_READ_IO };
enum { CREATED = 1, WRITTEN, SYNCED, TRUNCATED, RENAMED, UNLINKED, DIRECTORY_SYNCED, LINKED };

struct control {
    volatile int32_t mode;      /* one of FAIL_ */
    volatile int32_t countdown; /* so many matching calls still succeed */
    volatile int64_t events;    /* journal entries so far */
    volatile int64_t failed;    /* calls that were made to fail */
    char suffix[64];            /* only files whose names end so; empty for all */
};

struct file {
    char name[256]; /* below the directory; empty if the descriptor is not ours */
    uint32_t id;
    int is_directory;
};

static struct file files[FILES_MAX];
static char directory[4096];
static size_t directory_length;
static struct control *control;
static int journal = -1;
static uint32_t last_id;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

#define REAL(name) ((__typeof__(&name))real(#name))

static void *real(const char *name) { return dlsym(RTLD_NEXT, name); }

__attribute__((constructor)) static void begin(void) {
    const char *where = getenv("TEST_DISK_DIRECTORY");
    const char *page = getenv("TEST_DISK_CONTROL");
    const char *log = getenv("TEST_DISK_JOURNAL");
    if (where == NULL || page == NULL) return;
    int fd = REAL(open)(page, O_RDWR);
    if (fd < 0) return;
    control = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
    REAL(close)(fd);
    if (control == MAP_FAILED) { control = NULL; return; }
    if (log != NULL) journal = REAL(open)(log, O_WRONLY | O_CREAT | O_APPEND, 0600);
    snprintf(directory, sizeof directory, "%s", where);
    directory_length = strlen(directory);
}

/* The name below the directory, or NULL if the path leads elsewhere. */
static const char *name_of(const char *path) {
    if (control == NULL || path == NULL) return NULL;
    if (strncmp(path, directory, directory_length) != 0) return NULL;
    path += directory_length;
    while (*path == '/' && path[1] == '/') path++;
    if (*path == 0) return ".";
    if (*path != '/') return NULL;
    while (*path == '/') path++;
    return *path == 0 ? "." : path;
}

static struct file *ours(int fd) {
    return fd >= 0 && fd < FILES_MAX && files[fd].name[0] ? &files[fd] : NULL;
}

static void put(int type, uint32_t id, uint64_t offset, const void *bytes, uint32_t length) {
    control->events++;
    if (journal < 0) return;
    uint8_t head[17];
    head[0] = (uint8_t)type;
    memcpy(head + 1, &id, 4);
    memcpy(head + 5, &offset, 8);
    memcpy(head + 13, &length, 4);
    ssize_t (*w)(int, const void *, size_t) = REAL(write);
    if (w(journal, head, sizeof head) != (ssize_t)sizeof head) abort();
    for (uint32_t done = 0; done < length;) {
        ssize_t n = w(journal, (const char *)bytes + done, length - done);
        if (n <= 0) abort();
        done += (uint32_t)n;
    }
}

static int fails(const char *name, int mode, int other) {
    if (control == NULL || (control->mode != mode && control->mode != other)) return 0;
    size_t n = strlen(name), s = strnlen(control->suffix, sizeof control->suffix);
    if (s > n || strncmp(name + n - s, control->suffix, s) != 0) return 0;
    if (control->countdown > 0) { control->countdown--; return 0; }
    control->failed++;
    errno = control->mode == FAIL_WRITE_FULL ? ENOSPC : EIO;
    return 1;
}

/* One id for each file by its name: known names keep theirs until they are unlinked. */
static struct { char name[256]; uint32_t id; } names[FILES_MAX];

static int place_of(const char *name) {
    for (uint32_t i = 0; i < FILES_MAX && names[i].id; i++)
        if (strcmp(names[i].name, name) == 0) return (int)i;
    return -1;
}

static uint32_t id_of(const char *name, int *is_new) {
    int place = place_of(name);
    *is_new = place < 0;
    if (place >= 0) return names[place].id;
    for (uint32_t i = 0; i < FILES_MAX; i++)
        if (!names[i].id || !names[i].name[0]) {
            snprintf(names[i].name, sizeof names[i].name, "%s", name);
            return names[i].id = ++last_id;
        }
    abort();
}

static int opened(int fd, const char *path, int flags, int existed) {
    const char *name = name_of(path);
    if (fd < 0 || fd >= FILES_MAX || name == NULL) return fd;
    int kept = errno;
    struct stat status;
    pthread_mutex_lock(&lock);
    struct file *file = &files[fd];
    snprintf(file->name, sizeof file->name, "%s", name);
    file->is_directory = fstat(fd, &status) == 0 && S_ISDIR(status.st_mode);
    if (!file->is_directory) {
        int is_new;
        file->id = id_of(name, &is_new);
        if (!existed) put(CREATED, file->id, 0, name, (uint32_t)strlen(name));
        else if ((flags & O_TRUNC) != 0) put(TRUNCATED, file->id, 0, NULL, 0);
    }
    pthread_mutex_unlock(&lock);
    errno = kept;
    return fd;
}

static int exists(const char *path) {
    struct stat status;
    int kept = errno, there = name_of(path) == NULL || stat(path, &status) == 0;
    errno = kept;
    return there;
}

#define OPEN(symbol)                                                                  \
    int symbol(const char *path, int flags, ...) {                                    \
        va_list rest;                                                                 \
        va_start(rest, flags);                                                        \
        mode_t mode = (flags & (O_CREAT | O_TMPFILE)) ? va_arg(rest, mode_t) : 0;     \
        va_end(rest);                                                                 \
        int existed = exists(path);                                                   \
        const char *name = name_of(path);                                             \
        if (!existed && name != NULL && fails(name, FAIL_WRITE_FULL, FAIL_WRITE_IO)) return -1; \
        return opened(REAL(symbol)(path, flags, mode), path, flags, existed);         \
    }
OPEN(open)
OPEN(open64)

#define OPENAT(symbol)                                                                \
    int symbol(int at, const char *path, int flags, ...) {                            \
        va_list rest;                                                                 \
        va_start(rest, flags);                                                        \
        mode_t mode = (flags & (O_CREAT | O_TMPFILE)) ? va_arg(rest, mode_t) : 0;     \
        va_end(rest);                                                                 \
        int existed = exists(path);                                                   \
        return opened(REAL(symbol)(at, path, flags, mode), path, flags, existed);     \
    }
OPENAT(openat)
OPENAT(openat64)

FILE *fopen64(const char *path, const char *how) {
    int existed = exists(path);
    FILE *stream = REAL(fopen64)(path, how);
    if (stream != NULL) opened(fileno(stream), path, how[0] == 'w' ? O_TRUNC : 0, existed);
    return stream;
}

FILE *fopen(const char *path, const char *how) {
    int existed = exists(path);
    FILE *stream = REAL(fopen)(path, how);
    if (stream != NULL) opened(fileno(stream), path, how[0] == 'w' ? O_TRUNC : 0, existed);
    return stream;
}

static void forget(int fd) {
    pthread_mutex_lock(&lock);
    if (ours(fd) != NULL) files[fd].name[0] = 0;
    pthread_mutex_unlock(&lock);
}

int close(int fd) {
    forget(fd);
    return REAL(close)(fd);
}

// These close by themselves, and the number may be that of a socket next.
int closedir(DIR *directory) {
    forget(dirfd(directory));
    return REAL(closedir)(directory);
}

int fclose(FILE *stream) {
    forget(fileno(stream));
    return REAL(fclose)(stream);
}

ssize_t write(int fd, const void *bytes, size_t length) {
    struct file *file = ours(fd);
    if (file == NULL) return REAL(write)(fd, bytes, length);
    if (fails(file->name, FAIL_WRITE_FULL, FAIL_WRITE_IO)) return -1;
    pthread_mutex_lock(&lock);
    int appends = (fcntl(fd, F_GETFL) & O_APPEND) != 0;
    off_t offset = lseek(fd, 0, appends ? SEEK_END : SEEK_CUR);
    ssize_t n = REAL(write)(fd, bytes, length);
    if (n > 0) put(WRITTEN, file->id, (uint64_t)offset, bytes, (uint32_t)n);
    pthread_mutex_unlock(&lock);
    return n;
}

static ssize_t written(int fd, const void *bytes, off_t offset, ssize_t n) {
    if (n > 0) put(WRITTEN, files[fd].id, (uint64_t)offset, bytes, (uint32_t)n);
    pthread_mutex_unlock(&lock);
    return n;
}

ssize_t pwrite(int fd, const void *bytes, size_t length, off_t offset) {
    struct file *file = ours(fd);
    if (file == NULL) return REAL(pwrite)(fd, bytes, length, offset);
    if (fails(file->name, FAIL_WRITE_FULL, FAIL_WRITE_IO)) return -1;
    pthread_mutex_lock(&lock);
    return written(fd, bytes, offset, REAL(pwrite)(fd, bytes, length, offset));
}

ssize_t pwrite64(int fd, const void *bytes, size_t length, off64_t offset) {
    struct file *file = ours(fd);
    if (file == NULL) return REAL(pwrite64)(fd, bytes, length, offset);
    if (fails(file->name, FAIL_WRITE_FULL, FAIL_WRITE_IO)) return -1;
    pthread_mutex_lock(&lock);
    return written(fd, bytes, offset, REAL(pwrite64)(fd, bytes, length, offset));
}

#define READ(symbol, type)                                                            \
    ssize_t symbol(int fd, void *bytes, size_t length, type offset) {                 \
        struct file *file = ours(fd);                                                 \
        if (file != NULL && fails(file->name, FAIL_READ_IO, FAIL_READ_IO)) return -1; \
        return REAL(symbol)(fd, bytes, length, offset);                               \
    }
READ(pread, off_t)
READ(pread64, off64_t)

#define SYNC(symbol)                                                                  \
    int symbol(int fd) {                                                              \
        struct file *file = ours(fd);                                                 \
        if (file == NULL) return REAL(symbol)(fd);                                    \
        if (fails(file->name, FAIL_SYNC_IO, FAIL_SYNC_IO)) return -1;                 \
        pthread_mutex_lock(&lock);                                                    \
        /* The files lie where nothing is lost, so nothing has to be waited for. */   \
        put(file->is_directory ? DIRECTORY_SYNCED : SYNCED, file->id, 0, NULL, 0);    \
        pthread_mutex_unlock(&lock);                                                  \
        return 0;                                                                     \
    }
SYNC(fsync)
SYNC(fdatasync)

#define TRUNCATE(symbol, type)                                                        \
    int symbol(int fd, type length) {                                                 \
        struct file *file = ours(fd);                                                 \
        if (file == NULL) return REAL(symbol)(fd, length);                            \
        pthread_mutex_lock(&lock);                                                    \
        int result = REAL(symbol)(fd, length);                                        \
        if (result == 0) put(TRUNCATED, file->id, (uint64_t)length, NULL, 0);         \
        pthread_mutex_unlock(&lock);                                                  \
        return result;                                                                \
    }
TRUNCATE(ftruncate, off_t)
TRUNCATE(ftruncate64, off64_t)

int fallocate(int fd, int mode, off_t offset, off_t length) {
    struct file *file = ours(fd);
    if (file != NULL && fails(file->name, FAIL_WRITE_FULL, FAIL_WRITE_FULL)) return -1;
    return REAL(fallocate)(fd, mode, offset, length);
}

int fallocate64(int fd, int mode, off64_t offset, off64_t length) {
    struct file *file = ours(fd);
    if (file != NULL && fails(file->name, FAIL_WRITE_FULL, FAIL_WRITE_FULL)) return -1;
    return REAL(fallocate64)(fd, mode, offset, length);
}

static void put_names(int type, const char *from, const char *to) {
    char both[520];
    int n = snprintf(both, sizeof both, "%s%c%s", from, '\n', to);
    put(type, 0, 0, both, (uint32_t)n);
}

int rename(const char *from, const char *to) {
    const char *old = name_of(from), *new = name_of(to);
    if (old == NULL || new == NULL) return REAL(rename)(from, to);
    pthread_mutex_lock(&lock);
    int result = REAL(rename)(from, to);
    if (result == 0) {
        int replaced = place_of(new), place = place_of(old);
        if (replaced >= 0) names[replaced].name[0] = 0;
        if (place >= 0) snprintf(names[place].name, sizeof names[place].name, "%s", new);
        put_names(RENAMED, old, new);
    }
    pthread_mutex_unlock(&lock);
    return result;
}

int unlink(const char *path) {
    const char *name = name_of(path);
    if (name == NULL) return REAL(unlink)(path);
    pthread_mutex_lock(&lock);
    int result = REAL(unlink)(path);
    if (result == 0) {
        int place = place_of(name);
        if (place >= 0) names[place].name[0] = 0;
        put(UNLINKED, 0, 0, name, (uint32_t)strlen(name));
    }
    pthread_mutex_unlock(&lock);
    return result;
}
